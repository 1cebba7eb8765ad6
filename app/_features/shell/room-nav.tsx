"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isIn, type Room } from "./rooms";

/** The rooms of the bar; the one that the page stands in has the ink line. */
export const RoomNav = ({ rooms }: { rooms: readonly Room[] }) => {
  const path = usePathname();
  return (
    <nav className="rooms" aria-label="Rooms">
      {rooms.map((room) => (
        <Link key={room.href} href={room.href} aria-current={isIn(room, path) ? "page" : undefined}>
          {room.label}
        </Link>
      ))}
    </nav>
  );
};
