// The package ships no types; only what unit-library.ts calls is declared.
declare module "@lhncbc/ucum-lhc" {
  export type UcumUnit = {
    magnitude_: number;
    dim_: { dimVec_: number[] | null } | null;
    isSpecial_: boolean;
    isArbitrary_: boolean;
    moleExp_: number;
    equivalentExp_: number;
  };
  type Utilities = {
    getSpecifiedUnit(code: string, purpose: "validate" | "convert"): { unit?: UcumUnit | null; status: string };
    convertUnitTo(from: string, value: number, to: string, options: { molecularWeight?: number }): { status: string; toVal: number | null };
  };
  export const UcumLhcUtils: { getInstance(): Utilities };
}
