export {}

// things[i] names the thing that picture i shows. Put at least
// `wanted` pictures into `validation`, the others into `train`
// (indices), so that no thing is in both. Take one thing after the
// other, in any order, and stop as soon as there are enough.
//zh-cn things[i] 是图 i 上那样东西的名字。至少 wanted 张图放进
//zh-cn validation，其余放进 train（放下标），同一样东西不能两边都有。
//zh-cn 一样一样地拿，次序随意，图一够就停。
function splitByThing(things: string[], wanted: number) {
  const all = things.map((_, i) => i)
  return { train: all, validation: [] as number[] }
}
