import type { backend as en } from '../en/backend';
import type { Translation } from '../places';

export const backend: Translation<typeof en> = {
  'backend.name.webgpu': 'WebGPU',
  'backend.name.webgl': 'WebGL',
  'backend.name.wasm': 'WebAssembly',
  'backend.name.cpu': '纯 JavaScript',
  'backend.card': '使用 {api}，显卡为 {card}。',
  'backend.noCard': '浏览器没有可用的显卡，因此由处理器训练（WebAssembly）。',
  'backend.softwareCard': '浏览器用软件绘图（{card}），因此由处理器训练（WebAssembly）：这样更快。',
  'backend.halfCard': '显卡 {card} 以半精度计算，会损害训练，因此由处理器训练（WebAssembly）。',
  'backend.cardFaster': '使用 {card} 上的 {api}：小网络一步 {gpu} 毫秒，处理器需要 {cpu} 毫秒。',
  'backend.cardSlower': '使用处理器（WebAssembly）：小网络一步 {cpu} 毫秒，{card} 需要 {gpu} 毫秒（{api}）。',
  'backend.warming': '显卡正在准备程序：已完成 {programs} 个。',
  'backend.lost': '浏览器收回了显卡，其上的数据已丢失。接下来由处理器（WebAssembly）计算：请重新运行单元格。',
  'backend.lostBefore': '此前访问时浏览器曾收回显卡，因此由处理器训练（WebAssembly）。',
  'backend.overflow': '在半精度显卡上损失变成了 {loss}。接下来由处理器（WebAssembly）计算：请重新运行单元格。',
  'backend.overflowBefore': '此前访问时，损失在半精度显卡上变成了 NaN 或无穷大，因此由处理器训练（WebAssembly）。',
  'backend.chosen': '你选择了 {name}。',
  'backend.fell': '{wanted} 在这里无法启动，因此运行 {got}。',
  'backend.readSync':
    '在 WebGPU 上，数值要稍后才到：请写 `await tensor.data()` 或 `await tensor.array()`，或在本章上方另选后端。',
  'backend.none': '没有任何 TensorFlow.js 后端能在这个浏览器中启动。',
};
