import type { Words } from './phrase';

/** Simplified Chinese. */
export const zhCn: Words = {
  // kernel
  'kernel.stopped': '已停止。',

  // datasets
  'datasets.digits': '手写数字',
  'datasets.fashion': '服饰图片',
  'datasets.photo': '照片',
  'datasets.emoji': '表情符号',
  'datasets.options': '{name}() 的参数应是一个对象，例如 { train: 1000, test: 200 }，而不是 {value}。',
  'datasets.option': '{name}() 没有“{key}”这个选项，只有 `train` 和 `test`。',
  'datasets.count': '{name}()：`{part}` 应为 0 到 {most} 之间的整数，现在是 {value}。',
  'datasets.tooMany': '{name}()：`{part}` 为 {value}，但总共只有 {most} 张图片。',
  'datasets.unreachable': '无法获取 {path}。设备是否已离线？请在网络恢复后重新运行此单元格。',
  'datasets.missing': '本站没有 {path}：服务器返回 {status}。',
  'datasets.corrupt': '{path} 的数据已损坏。请重新运行此单元格以再次获取。',
  'datasets.noPhoto': '没有名为 {value} 的照片。可用的有：{names}。',
  'datasets.fashion.0': 'T恤/上衣',
  'datasets.fashion.1': '裤子',
  'datasets.fashion.2': '套头衫',
  'datasets.fashion.3': '连衣裙',
  'datasets.fashion.4': '外套',
  'datasets.fashion.5': '凉鞋',
  'datasets.fashion.6': '衬衫',
  'datasets.fashion.7': '运动鞋',
  'datasets.fashion.8': '包',
  'datasets.fashion.9': '短靴',
  // backend
  'backend.card': '使用 WebGL，显卡为 {card}。',
  'backend.noCard': '浏览器没有可用的显卡，因此由处理器训练（WebAssembly）。',
  'backend.softwareCard': '浏览器用软件绘图（{card}），因此由处理器训练（WebAssembly）：这样更快。',
  'backend.chosen': '你选择了 {name}。',
  'backend.fell': '{wanted} 在这里无法启动，因此运行 {got}。',
  'backend.none': '没有任何 TensorFlow.js 后端能在这个浏览器中启动。',
};
