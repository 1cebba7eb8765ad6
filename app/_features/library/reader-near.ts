// Which pages stand near the window: two watchers for all pages of the reader, since thousands of them may be there.
import { type RefObject, useEffect, useState } from "react";

type Watcher = { readonly watch: (element: Element, tell: (inside: boolean) => void) => () => void };

function watcherOf(rootMargin: string): Watcher {
  const tellers = new WeakMap<Element, (inside: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) tellers.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin },
  );
  return {
    watch(element, tell) {
      tellers.set(element, tell);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
  };
}

const watchers = new Map<string, Watcher>();
const shared = (rootMargin: string): Watcher => {
  const watcher = watchers.get(rootMargin) ?? watcherOf(rootMargin);
  watchers.set(rootMargin, watcher);
  return watcher;
};

/** A screen above and below is drawn before it is looked at. */
const nearMargin = "100% 0px";
/** A line at two fifths of the window: the page that crosses it is the one that is read. */
const readMargin = "-40% 0px -59% 0px";

/** Whether the element is in the window or close to it; `onRead` is told when the element becomes the one that is read. */
export function useNear(ref: RefObject<Element | null>, onRead: () => void): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    return shared(nearMargin).watch(ref.current, setNear);
  }, [ref]);
  useEffect(() => {
    if (!ref.current) return;
    return shared(readMargin).watch(ref.current, (inside) => {
      if (inside) onRead();
    });
  }, [ref, onRead]);
  return near;
}
