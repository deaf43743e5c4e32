/** Two maps side by side in one picture. */
export function Compare() {
  return null;
}
