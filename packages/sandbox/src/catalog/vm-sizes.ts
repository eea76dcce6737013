/** The Azure size that holds so many virtual processors and so much memory. */
export function vmSize(cores: number, memoryGiB: number): string {
  const perCore = memoryGiB / cores
  if (perCore <= 2) return `Standard_F${cores}s_v2`
  return perCore <= 4 ? `Standard_D${cores}s_v5` : `Standard_E${cores}s_v5`
}
