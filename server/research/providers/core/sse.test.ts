import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSseParser } from "./sse";

const read = (...pieces: string[]) => {
  const parser = makeSseParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
};
const sample = [
  "\ufeff: a comment\n",
  'event: response.created\r\ndata: {"a":1}\r\nid: 7\r\n\r\n',
  "data: first line\ndata:second line\n\n",
  "retry: 100\nunknown: x\n\n",
  "data\n\n",
  'data: {"text":"é 😀"}\r\r',
].join("");

describe("reading server-sent events", () => {
  it("gives names, data of several lines and ids; comments, unknown fields and empty events are passed over", () => {
    expect(read(sample)).toEqual([
      { event: "response.created", data: '{"a":1}', id: "7" },
      { event: "message", data: "first line\nsecond line", id: "7" },
      { event: "message", data: "", id: "7" },
      { event: "message", data: '{"text":"é 😀"}', id: "7" },
    ]);
  });

  it("gives the same events however the stream is cut into pieces", () => {
    const whole = read(sample);
    fc.assert(
      fc.property(fc.array(fc.nat(sample.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), sample.length];
        const pieces = places.slice(1).map((end, index) => sample.slice(places[index], end));
        expect(read(...pieces)).toEqual(whole);
      }),
    );
  });

  it("gives an event that the end of the stream leaves open once, and nothing for a stream of nothing", () => {
    expect(read("data: open")).toEqual([{ event: "message", data: "open", id: null }]);
    expect(read("data: open\r")).toEqual([{ event: "message", data: "open", id: null }]);
    expect(read("data: open\n")).toEqual([{ event: "message", data: "open", id: null }]);
    expect(read("", "")).toEqual([]);
    expect(read("\n\n\n")).toEqual([]);
  });
});
