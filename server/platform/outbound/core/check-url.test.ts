import { describe, expect, it } from "vitest";
import { checkUrl } from "./check-url";

const kindOf = (url: string) => {
  const checked = checkUrl(url);
  return checked.ok ? `ok ${checked.url.href}` : checked.kind;
};

describe("an address that may be asked", () => {
  it.each([
    ["http://example.com", "http://example.com/"],
    ["https://example.com/a/b?c=d&e=%20f", "https://example.com/a/b?c=d&e=%20f"],
    ["HTTPS://WWW.Example.COM:443/A#part", "https://www.example.com/A"],
    ["http://example.com:80/", "http://example.com/"],
    ["http://example.com:443/", "http://example.com:443/"],
    ["https://www.example.org./page", "https://www.example.org/page"],
    ["https://m\u00fcnchen.example/stra\u00dfe", "https://xn--mnchen-3ya.example/stra%C3%9Fe"],
    ["https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"],
    ["http://9.9.9.9/", "http://9.9.9.9/"],
    ["http://[2620:fe::fe]/", "http://[2620:fe::fe]/"],
    ["https://example.com/@name/http://127.0.0.1/", "https://example.com/@name/http://127.0.0.1/"],
    ["https://localhost.example.com/", "https://localhost.example.com/"],
  ])("may look like %s", (given, read) => {
    expect(kindOf(given)).toBe(`ok ${read}`);
  });

  it.each([
    "",
    "example.com",
    "//example.com/",
    "ftp://example.com/",
    "javascript:alert(1)",
    "file:///etc/hosts",
    "http:example.com",
    "http:/example.com",
    "http:///example.com",
    "https:\\\\example.com",
    "http://",
    "http://user@example.com/",
    "http://user:secret@example.com/",
    "http://example.com@127.0.0.1/",
    "http://example.com\\@127.0.0.1/",
    "http://exam ple.com/",
    "http://exam\tple.com/",
    " http://example.com/",
    "http://example.com/\r\nHost: inside",
    "http://example.com/%0D%0AHost:%20inside",
    "http://example.com:8080/",
    "http://example.com:0/",
    "http://example.com:22/",
    "http://example.com:99999/",
    "http://%65xample.com/",
    "http://a..example.com/",
    `http://${"a".repeat(64)}.example.com/`,
    `http://example.com/${"a".repeat(2100)}`,
    "http://[fe80::1%25eth0]/",
    "http://0x8.0x8.0x8.0x8/",
    "http://134744072/",
    "http://\uff18.8.8.8/",
  ])("is not %j", (given) => {
    expect(kindOf(given)).toBe("bad_url");
  });

  it.each([
    "http://127.0.0.1/",
    "http://127.9.9.9/",
    "http://127.1/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://2130706433/",
    "http://0/",
    "http://127.0.0.1./",
    "http://\u2460\u2461\u2466.0.0.1/",
    "http://127\u30020\u30020\u30021/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::8.8.8.8]/",
    "http://[64:ff9b::808:808]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:808:808::]/",
    "http://[2001:0:808:808::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[4000::1]/",
    "http://[2001:db8::1]/",
    "http://[ff02::1]/",
    "http://10.1.2.3/",
    "http://172.20.0.1/",
    "http://192.168.0.1/",
    "http://169.254.169.254/",
    "http://100.99.0.1/",
    "http://198.19.0.1/",
    "http://203.0.113.9/",
    "http://224.0.0.251/",
    "http://255.255.255.255/",
    "http://168.63.129.16/metadata",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://app.localhost/",
    "http://printer/",
    "http://printer.local/",
    "http://db.corp/",
    "http://metadata.google.internal/",
    "http://metadata.goog/",
    "http://api.default.svc/",
    "http://api.default.svc.cluster.local/",
    "http://10.0.0.1.nip.io/",
    "http://127-0-0-1.sslip.io/",
  ])("leads nowhere inside, as %s does", (given) => {
    expect(kindOf(given)).toBe("refused_address");
  });
});
