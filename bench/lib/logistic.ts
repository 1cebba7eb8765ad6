// Plain logistic regression by Newton steps with a small ridge, enough for a handful of signals; and k-fold predictions from it.

export type Fitted = { readonly intercept: number; readonly slopes: readonly number[] };
type Row = { readonly features: readonly number[]; readonly correct: boolean };

const ridge = 1e-2;
const steps = 40;
const folds = 5;

export function predict({ intercept, slopes }: Fitted, features: readonly number[]): number {
  const z = slopes.reduce((sum, slope, index) => sum + slope * (features[index] ?? 0), intercept);
  return 1 / (1 + Math.exp(-z));
}

/** The maximum-likelihood line, ridged so that separable data stay finite. */
export function fitLogistic(rows: readonly Row[]): Fitted {
  const size = (rows[0]?.features.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -ridge * weight));
    const hessian = weights.map((_, i): number[] => weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    for (const { features, correct } of rows) {
      const x = [1, ...features];
      const p = predict({ intercept: weights[0] ?? 0, slopes: weights.slice(1) }, features);
      x.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + value * ((correct ? 1 : 0) - p);
        const row = hessian[i];
        if (row) for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + value * (x[j] ?? 0) * Math.max(1e-6, p * (1 - p));
      });
    }
    const move = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight + (move[index] ?? 0));
    if (move.every((one) => Math.abs(one) < 1e-7)) break;
  }
  return { intercept: weights[0] ?? 0, slopes: weights.slice(1) };
}

/** For each row the prediction of a line that was fitted without it. */
export function crossPredictions(rows: readonly Row[]): number[] {
  const fits = Array.from({ length: folds }, (_, fold) => fitLogistic(rows.filter((_row, index) => index % folds !== fold)));
  return rows.map((row, index) => predict(fits[index % folds] ?? { intercept: 0, slopes: [] }, row.features));
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [top, own] = [rows[pivot], rows[column]];
    if (!top || !own || Math.abs(top[column] ?? 0) < 1e-12) continue;
    rows[column] = top;
    if (pivot !== column) rows[pivot] = own;
    for (let row = 0; row < size; row++) {
      const target = rows[row];
      if (row === column || !target) continue;
      const factor = (target[column] ?? 0) / (top[column] ?? 1);
      for (let k = column; k <= size; k++) target[k] = (target[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] || 1));
}
