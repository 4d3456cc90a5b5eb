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

  // site
  'site.title': 'Receptive',
  'site.description':
    '一本关于卷积网络的互动书：每段代码都是可以运行的 TypeScript，用 TensorFlow.js 在你自己的浏览器里计算。',
  'site.home': 'Receptive 首页',
  'site.headline': '看看网络看见了什么',
  'site.start': '开始阅读',
  'site.chapters': '目录',
  'site.chapterNumber': '第 {number} 章',
  'site.heroPicture':
    '左边的照片是一个数字网格。3 × 3 的窗口逐个位置滑过，每停一处就把九个乘积加起来。这些和组成右边的图：照片中边缘的分布。',
  'site.heroPhoto': '相机拍到的',
  'site.heroMap': '一个卷积核看到的',
  'site.search': '搜索',
  'site.searchPlaceholder': '搜索全书',
  'site.searchClose': '关闭搜索',
  'site.searchNothing': '没有找到“{query}”。',
  'site.searchFound': '找到 {count} 处“{query}”。',
  'site.searchFailed': '搜索索引加载失败。（只有构建后的书才有索引。）',
  'site.theme': '深色外观',
  'site.otherLanguage': '用中文阅读本页',
  'site.previous': '上一章',
  'site.next': '下一章',
  'site.pages': '相邻章节',
  'site.colophon': '一切都在这个标签页里运行，你输入的内容不会离开这里。',
  'site.credits': '代码与文字采用 MIT 许可证。',
  'site.notFound': '书里没有这一页',
  'site.notFoundText': '地址可能过期了，或者输错了。所有章节都在这里：',
  'site.anchor': '“{title}”的链接',
};
