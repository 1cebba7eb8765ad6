export type Room = { readonly href: string; readonly label: string };

const everybody: readonly Room[] = [
  { href: "/research", label: "Research" },
  { href: "/library", label: "Library" },
  { href: "/chat", label: "Chat" },
];

/** The rooms that a reader may enter, in the order of the bar. */
export const roomsFor = (role: "user" | "admin"): readonly Room[] =>
  role === "admin" ? [...everybody, { href: "/admin", label: "Admin" }] : everybody;

/** Whether a path lies in a room. */
export const isIn = (room: Room, path: string): boolean => path === room.href || path.startsWith(`${room.href}/`);
