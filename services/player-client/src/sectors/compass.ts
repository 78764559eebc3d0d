/**
 * The server counts bearings from the x axis towards the y axis; the ring and the map are read like a
 * compass, 0 at the top and clockwise, with x to the right and y upwards.
 */
export function compassOf(bearing: number): number {
  return (((90 - bearing) % 360) + 360) % 360;
}
