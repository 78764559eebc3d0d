const TIME_PART = '03c95b80-d000';

/**
 * Ids in the shape of UUIDv7 that count upwards: readable in a failing test and sorted in the order they were made.
 * `family` (0..4095) keeps the ids of two sources apart.
 */
export function sequentialIds(family = 0): () => string {
  let count = 0;
  const middle = `7${family.toString(16).padStart(3, '0')}`;
  return () => {
    count += 1;
    return `${TIME_PART}-${middle}-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
