import { authHandlers } from "@/server/identity/auth";

export const { GET, POST } = authHandlers;
