import { NothingHere } from "../../_features/shell/nothing-here";

export default function NotFound() {
  return <NothingHere title="There is no such edition" />;
}
