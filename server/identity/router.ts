import { config } from "@/server/platform/config";
import { adminProcedure, publicProcedure, router } from "@/server/trpc/init";
import { changeRole } from "./change-role";
import { decideUser } from "./decide-user";
import { listUsers } from "./list-users";
import { readMe } from "./read-actor";
import { changeRoleInput, decideUserInput } from "./schema";
import { wayIn } from "./way-in";

export const identityRouter = router({
  me: publicProcedure.query(({ ctx }) => readMe(ctx)),
  wayIn: publicProcedure.query(({ ctx }) => wayIn(ctx, config())),
  listUsers: adminProcedure.query(({ ctx }) => listUsers(ctx)),
  decideUser: adminProcedure.input(decideUserInput).mutation(({ ctx, input }) => decideUser(ctx, input)),
  changeRole: adminProcedure.input(changeRoleInput).mutation(({ ctx, input }) => changeRole(ctx, input)),
});
