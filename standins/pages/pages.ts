// A forward proxy and the whole web behind it: an address in absolute form is answered as if its host were asked. It makes no tunnels.
import type { Standin } from "../wire";
import { hazardAt, robotsOf } from "./hazards";
import { htmlReply } from "./html";
import { publishedPage } from "./published";

const robotsDown = "robots-down.example";

export const pages: Standin = {
  id: "pages",
  handle(request) {
    const url = URL.parse(request.path);
    if (url === null)
      return htmlReply("<!doctype html><title>Bad request</title><p>This is a proxy: ask it for a whole address.</p>", { status: 400 });
    if (request.method !== "GET") return htmlReply("<!doctype html><title>Not allowed</title>", { status: 405 });
    if (url.pathname === "/robots.txt") return robotsOf(url);
    const page = hazardAt(url, request) ?? publishedPage(url);
    if (page) return page;
    if (url.hostname === robotsDown) return htmlReply("<!doctype html><title>Readable</title><p>Only its rules cannot be read.</p>");
    return htmlReply("<!doctype html><title>Bad gateway</title><p>The proxy knows no such host.</p>", { status: 502 });
  },
};
