/** The mark of what civil society says, around its place: no value of a unit's has a form like it. */
export const saidMark = (x: number, y: number) => `M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`;
