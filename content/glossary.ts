/** A term of the book: one Chinese word for one idea, in all chapters and in all that the page says. */
export interface Term {
  en: string
  zh: string
  /** What must not stand for it in Chinese. */
  not?: RegExp
  /** Phrases of the book in which the pattern is right after all. */
  but?: string[]
  /** The chapter that explains the idea and there names it. */
  named?: string
}

export const glossary: Term[] = [
  // What a network computes
  { en: 'tensor', zh: '张量', named: '01-images' },
  { en: 'channel', zh: '通道', named: '01-images' },
  {
    en: 'batch',
    zh: '批次',
    named: '01-images',
  },
  { en: 'sample', zh: '样本', not: /样例/ },
  {
    en: 'inductive bias',
    zh: '归纳偏置',
    named: '01-images',
    not: /归纳偏差/,
  },
  { en: 'locality', zh: '局部性', named: '01-images' },
  { en: 'weight sharing', zh: '权重共享', named: '01-images' },
  {
    en: 'kernel',
    zh: '卷积核',
    named: '02-convolution',
    not: /滤波核/,
  },
  { en: 'filter', zh: '滤波器', not: /过滤器/ },
  {
    en: 'response',
    zh: '响应',
    named: '02-convolution',
    not: /(?:强烈|微弱|弱|负|亮)的(?:回答|答案|反应)|(?:滤波器|卷积核|检测器|通道|单元|像素)[^。；，：“”]{0,8}(?:回答|反应|回应)|[回反]应(?:较弱|很强|最强)/,
  },
  {
    en: 'feature map',
    zh: '特征图',
    named: '02-convolution',
    not: /特征映射/,
  },
  { en: 'cross-correlation', zh: '互相关', named: '02-convolution' },
  {
    en: 'stride',
    zh: '步幅',
    named: '02-convolution',
    // Named once in brackets; and the step of a quantization is 步长.
    not: /(?:卷积|池化|窗口)的?步长/,
  },
  { en: 'padding', zh: '填充', named: '02-convolution' },
  {
    en: 'dilation',
    zh: '空洞率',
    named: '02-convolution',
    not: /膨胀/,
    but: ['也叫膨胀率'],
  },
  { en: 'receptive field', zh: '感受野', named: '01-images' },
  { en: 'pooling', zh: '池化', named: '01-images', not: /汇聚/ },
  {
    en: 'downsampling',
    zh: '下采样',
    named: '03-pooling',
    not: /降采样/,
  },
  {
    en: 'translation equivariance',
    zh: '平移等变性',
    named: '03-pooling',
  },
  {
    en: 'translation invariance',
    zh: '平移不变性',
    named: '03-pooling',
  },
  {
    en: 'flatten',
    zh: '展平',
    named: '03-pooling',
    not: /Flatten(?![)）])/,
  },
  {
    en: 'depthwise convolution',
    zh: '深度卷积',
    named: '04-separable',
    not: /逐深度|逐通道卷积/,
    but: ['也叫逐通道卷积'],
  },
  {
    en: 'pointwise convolution',
    zh: '逐点卷积',
    named: '04-separable',
  },
  { en: 'rank', zh: '秩', named: '04-separable' },
  {
    en: 'batch normalization',
    zh: '批量归一化',
    named: '05-normalization',
    not: /规范化|标准化/,
  },
  {
    en: 'inference',
    zh: '推理',
    named: '05-normalization',
    not: /推断/,
  },
  {
    en: 'standard deviation',
    zh: '标准差',
    not: /(?:均值和|输出的|失去的|把)宽度/,
  },
  {
    en: "the initial value's share",
    zh: '初值所占的比重',
    named: '05-normalization',
    not: /起点(?:还|才|只|所)?(?:只)?剩|(?:忘掉|见到)起点|起点是/,
  },
  {
    en: 'activation function',
    zh: '激活函数',
    named: '02-convolution',
  },
  // Models
  {
    en: 'sequential model',
    zh: '序贯模型',
    not: /序列模型|顺序模型/,
  },
  {
    en: 'graph',
    zh: '计算图',
    named: '06-models',
    not: /函数式的图|没有图了|没有图可查/,
  },
  { en: 'symbolic tensor', zh: '符号张量', named: '06-models' },
  { en: 'bottleneck', zh: '瓶颈', named: '06-models', not: /窄口/ },
  { en: 'identity mapping', zh: '恒等映射', named: '06-models' },
  {
    en: 'zero initialization',
    zh: '取零',
    not: /从零开始|从零卷积核/,
  },
  // Training
  {
    en: 'backpropagation',
    zh: '反向传播',
    named: '07-training',
    not: /逆传播/,
  },
  { en: 'generalization', zh: '泛化', named: '07-training' },
  {
    en: 'regularization',
    zh: '正则化',
    named: '07-training',
    not: /规则化/,
  },
  { en: 'self-information', zh: '自信息', named: '07-training' },
  { en: 'contour line', zh: '等高线', named: '07-training' },
  {
    en: 'dropout',
    zh: 'Dropout',
    named: '07-training',
    not: /随机失活|暂退/,
    but: ['也叫随机失活'],
  },
  // Judging
  { en: 'accuracy', zh: '准确率', named: '01-images' },
  {
    en: 'error bar',
    zh: '误差范围',
    named: '08-recognition',
    not: /误差(?!范围)(?:是 |都是 |为 )?(?:±|到 ±|带来|减半|小到|为什么变小)|准确率有误差|算好误差|误差[棒线]/,
    but: ['误差为什么变小了'],
  },
  {
    en: 'chance level',
    zh: '随机猜测',
    named: '01-images',
    not: /瞎猜|乱猜|瞎蒙/,
  },
  { en: 'prediction', zh: '预测', not: /猜测/, but: ['随机猜测'] },
  { en: 'T-shirt', zh: 'T 恤', not: /T恤/ },
  // The page
  { en: 'reset', zh: '重置', not: /还原/ },
  {
    en: 'cell',
    zh: '单元格',
    not: /[这那下上]一格|代码格|创建模型的单元(?!格)/,
  },
  { en: "the book's own code", zh: '书中代码', not: /课文|原书/ },
  {
    en: 'a picture, counted',
    zh: '张',
    not: /(?<!步|大|小|增|篇|振|涨|画)幅(?!度|员)/,
  },
]
