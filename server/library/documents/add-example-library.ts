import type { Ctx, OwnerScope } from "@/server/platform/context";
import { exampleLibraryFolder } from "../example-library";
import { addFolder, type FolderReport } from "./add-folder";

/** Adds the documents that come with the program, marked as examples. Adding them again changes nothing. */
export async function addExampleLibrary(ctx: Ctx, scope: OwnerScope): Promise<FolderReport> {
  return addFolder(ctx, scope, { folder: exampleLibraryFolder(), isExample: true });
}
