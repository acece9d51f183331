/** The calendar day of a moment (epoch ms) where the person is: YYYY-MM-DD, so that texts sort as days do. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days before another; calendar days, whatever the clocks do in between. */
export function dayBefore(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
}

/** The last `count` days, the given one last. */
export const lastDays = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dayBefore(day, count - 1 - index));
