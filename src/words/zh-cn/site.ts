import type { site as en } from '../en/site';
import type { Translation } from '../places';

export const site: Translation<typeof en> = {
  'site.title': 'Receptive',
  'site.description':
    '一本关于卷积网络的互动书：每段代码都是可以运行的 TypeScript，用 TensorFlow.js 在你自己的浏览器里计算。',
  'site.home': 'Receptive 首页',
  'site.progress': '{run}/{cells:#} 格，{passed}/{exercises:#} 题',
  'site.progressCells': '{run}/{cells:#} 格',
  'site.progressReset': '清除我的进度',
  'site.progressKept': '进度只保存在这台设备上。',
  'site.chapters': '目录',
  'site.chapterNumber': '第 {number} 章',
  'site.heroPicture':
    '左边的照片是一个数字网格。3 × 3 的窗口逐个位置滑过，每停一处就把九个乘积加起来。这些和组成右边的图：照片中边缘的分布。',
  'site.search': '搜索',
  'site.searchPlaceholder': '搜索全书',
  'site.searchClose': '关闭搜索',
  'site.searchNothing': '没有找到“{query}”。',
  'site.searchFound': '“{query}”：{pages:#} 页中共 {count:#} 处。',
  'site.searchMore': '“{page}”中还有 {count:#} 处',
  'site.searchFailed': '全书文本加载失败，无法搜索。（只有构建后的书才能搜索。）',
  'site.theme': '深色外观',
  'site.otherLanguage': '用中文阅读本页',
  'site.previous': '上一章',
  'site.next': '下一章',
  'site.pages': '相邻章节',
  'site.colophon': '一切都在这个标签页里运行，你输入的内容不会离开这里。代码与文字采用 MIT 许可证。',
  'site.notFound': '书里没有这一页',
  'site.notFoundText': '地址可能过期了，或者输错了。所有章节都在这里：',
};
