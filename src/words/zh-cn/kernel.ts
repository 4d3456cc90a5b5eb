import type { kernel as en } from '../en/kernel';
import type { Translation } from '../places';

export const kernel: Translation<typeof en> = {
  'kernel.fetch.elsewhere':
    '访问不到 {url}：单元格只能读本书自己的文件。要用你自己的文件，请先下载，再用 fileInput() 或 imageInput() 交给单元格。',
  'kernel.fetch.outside': '单元格只能读本书 data/ 目录下的文件，{path} 不在其中。',
  'kernel.fetch.tooMany': '同时请求的文件太多。',
  'kernel.models.none': '没有以 {name} 为名保存的模型。用 tf.io.listModels() 可以看到有哪些。',
  'kernel.models.badName': '保存的模型，名字长度要在 1 到 {most} 个字符之间。',
  'kernel.models.tooLarge': '这个模型太大，无法保存在这里（最多 {most} MB）。可以改用 download() 存成文件。',
  'kernel.models.full':
    '存放模型的空间满了：最多 {models:# 个模型}、{size} MB。请删掉一些：章节菜单里的“保存的模型”列出了全部。',
  'kernel.models.blocked': '浏览器现在不允许本页存储数据，模型没有保存或读出。',
  'kernel.models.scheme': '{address} 不是已保存模型的地址；这类地址以 indexeddb:// 开头。',
  'kernel.models.same': '不能把模型 {name} 复制到它自己。',
  'kernel.stopped': '已停止。',
  'kernel.thrown': '抛出的值',
  'kernel.noMessage': "这个错误没有附带消息；new Error('…') 的参数就是消息。",
  'kernel.notError': "throw 可以抛出任何值，但只有错误对象会带上行号：throw new Error('…')。",
  'kernel.causes': '原因：{causes}。',
  'kernel.causes.then': '；',
  'kernel.guessed': '无法判断它来自哪个单元格，这是最后运行的一个。',
  'kernel.cut.lines': '…… 另有 {count:#} 行',
  'kernel.cut.characters': '（另有 {count:#} 个字符）',
  'kernel.flood': '这个单元格同时有超过 {most:#} 个定时器或监听器，已全部结束。',
  'kernel.failing': '这个单元格在结束后仍不断抛出错误，它留下的一切已被结束。',
  'kernel.close': '单元格不能关闭内核，所有单元格都运行在它上面。需要时请用第一个单元格上方的“重启”。',
  'kernel.noEval': '单元格不能把文本变成代码：这里停用了 eval()、new Function() 和带文本的定时器。',
  'kernel.console.assertion': '断言不成立',
  'kernel.console.group': '分组',
  'kernel.console.trace': '调用过程：',
  'kernel.console.call': '{name}单元格 {cell}，第 {line} 行',
  'kernel.console.noTimer': '没有名为 {label} 的计时器：先用 console.time() 启动。',
  'kernel.console.timerRuns': '计时器 {label} 已经在运行。',
  'kernel.console.noCount': '还没有对 {label} 计数。',
  'explain.batch': '批次',
  'explain.images': '[批次, 高, 宽, 通道]',
  'explain.and': ' 与 ',
  'explain.image': '{op} 需要 {wanted}，这里是 {shape}。{cure}',
  'explain.cure.greyPicture': '这是一张灰度图：用 x.reshape({code}) 补上缺少的两个轴。',
  'explain.cure.picture': '这是一张图：用 x.expandDims(0) 变成只有一张图的批次。',
  'explain.cure.greyPictures': '缺少通道轴：灰度图用 x.expandDims(-1) 补上。',
  'explain.cure.one': '这是一个样本：用 x.expandDims(0) 变成只有一个样本的批次。',
  'explain.cure.flat': '行和列已经不在了：把这一步放到展平之前，或者用 reshape() 恢复各个轴。',
  'explain.cure.axes': '用 reshape()、expandDims() 或 squeeze() 变成这种形状。',
  'explain.cure.filter': '用 filter.reshape({code}) 补上缺少的两个轴。',
  'explain.cure.inputChannels': '缺少通道轴：写成 inputShape: {code}。',
  'explain.cure.inputBatch': 'inputShape 不含批次：写成 inputShape: {code}。',
  'explain.cure.resize': '用 tf.image.resizeBilinear() 等方法缩放图片，或者按图片的尺寸设置 inputShape 重建模型。',
  'explain.cure.channels': '通道数不同：灰度图为 1，彩色图为 3。转换图片，或者按图片的通道数设置 inputShape 重建模型。',
  'explain.filter': '{op} 的滤波器应为 [高, 宽, 输入通道, 滤波器数]，这里是 {shape}。{cure}',
  'explain.channels':
    '输入 {input} 有 {has:#} 个通道（最后一个轴），而滤波器 {filter} 读取 {reads} 个（第三个轴），两者必须相等。',
  'explain.channels.first': '输入的通道似乎排在前面：用 x.transpose([0, 2, 3, 1]) 移到最后。',
  'explain.channels.order': '滤波器似乎是 PyTorch 的轴顺序：用 filter.transpose([2, 3, 1, 0]) 调整。',
  'explain.channels.equal': '让滤波器的输入通道数与输入的通道数一致。',
  'explain.pointwise':
    '深度卷积这一步得到 {has:#} 个通道，所以逐点滤波器应为 [1, 1, {has}, 滤波器数]，这里是 {shape}。',
  'explain.strideDilation': '步幅和空洞率不能同时大于 1，请把其中一个设为 1。',
  'explain.padding': "{op} 需要填充方式：'valid'（不填充）、'same' 或一个数，这里是 {value}。",
  'explain.tooLarge': "{window} 的窗口放不进 {input} 的图。换小一点的窗口、大一点的图，或者用 padding 'same'。",
  'explain.pixels':
    'float32 图像的取值是 0 到 1，这里出现了 {value}。除以 255，或者用 x.toInt() 变成 int32（0 到 255）。',
  'explain.matMul': '{op} 用行乘列：{a} 有 {columns:#} 列，{b} 有 {rows:#} 行，两者必须相等。{cure}',
  'explain.matMul.second': '把第二个矩阵转置就合适：tf.matMul(a, b, false, true)。',
  'explain.matMul.first': '把第一个矩阵转置就合适：tf.matMul(a, b, true, false)。',
  'explain.matMul.swapped': '交换顺序就合适：tf.matMul(b, a)。',
  'explain.matMul.other': '检查两个形状，对其中一个用 transpose() 或 reshape()。',
  'explain.matMul.vector':
    'matMul 需要矩阵，这里是向量 {shape}。用 x.expandDims(0) 变成一行，用 x.expandDims(1) 变成一列，或者改用 tf.dot()。',
  'explain.broadcast':
    '形状从最后一个轴开始比较：{a} 与 {b} 在轴 {axis} 上分别是 {one} 和 {other}，必须相等，或者其中一个是 1。{cure}',
  'explain.broadcast.vector': '如果这个向量对应轴 {axis}，就在后面补上大小为 1 的轴：reshape({code})。',
  'explain.broadcast.reshape': '检查两个形状，对其中一个用 reshape() 或 transpose()。',
  'explain.broadcast.channels':
    '先在一个分支里用 1×1 卷积，让两者的通道数相同；如果想并排放在一起，用 tf.layers.concatenate()。',
  'explain.broadcast.size':
    "有一个分支更小：让各分支的步幅相同并用 padding: 'same'，或者在跳跃连接上用同样步幅的 1×1 卷积。",
  'explain.reshape':
    '{from} 含有 {has:#} 个数，而 {wanted} 需要 {asks:#} 个。新形状各轴的乘积必须是 {has:#}；其中一个可以写 `-1`，由 TensorFlow.js 算出。',
  'explain.reshape.rest': '{from} 含有 {has:#} 个数，{has:#} ÷ {part:#} 不是整数。检查 `-1` 之外的大小。',
  'explain.concat': '拼接时，除了拼接的那个轴，其余大小都要相等：{shapes}。换一个轴，或者先让形状一致。',
  'explain.equalShapes': '{op} 需要相同的形状：{shapes}。看看哪一个与你想的不同。',
  'explain.axes': '有 {rank:#} 个轴',
  'explain.axis': '形状 {shape} 的张量有轴 0 到 {last}（从 0 数起），没有轴 {axis}。',
  'explain.transpose': 'transpose() 需要 {shape} 所有轴的新顺序，每个轴恰好一次，这里是 {order}。',
  'explain.dtype': '{op} 需要 {wanted} 类型的数，这里是 {got}。用 {code} 转换。',
  'explain.promise': '这是一个 Promise，值稍后才有。在得到它的那次调用前写 await。',
  'explain.nothing': '这里的值是 null 或 undefined：可能是没有赋值的名称，或没有返回值的函数。',
  'explain.symbolic':
    "{op} 需要数值，而 apply() 的输出还只有形状。继续用层，例如 tf.layers.activation({ activation: 'relu' }).apply(x)，或者对 predict() 的结果计算。",
  'explain.values': '形状 {shape} 的张量含有 {asks:#} 个数，却给了 {has:#} 个。检查形状，或列表的长度。',
  'explain.flat': '{op}() 需要嵌套列表，或一个平的列表加上形状：{op}(values, shape)。',
  'explain.ragged': '嵌套列表的每一行一样长吗？在张量里必须一样长。',
  'explain.listOfTensors': '由张量组成的列表，用 tf.stack(list) 沿新轴堆叠，或用 tf.concat(list) 沿已有的轴拼接。',
  'explain.assign': '变量的形状不变：它是 {old}，而新的值是 {value}。',
  'explain.weights': '这一层的权重形状是 {own}，给的却是 {given}。请按 getWeights() 的顺序，使用选项相同的层的权重。',
  'explain.memory':
    '这里需要的内存超过了现有的内存。一次少取一些图片，用小一点的图片，或者用 dispose() 和 tf.tidy() 释放张量。',
  'explain.noPage':
    '单元格运行在页面之外，这里没有 {name}。用 show() 和 plot() 显示内容，用 console.log() 打印，用 slider()、select()、drawingPad() 或 fileInput() 获取输入。',
  'explain.noStore': '单元格不能使用浏览器的存储（{name}）。值保存在单元格共享的名称里；单元格的代码会自动保存。',
  'explain.noNode': '{name} 属于 Node.js。单元格在浏览器中运行：tf 和本书的名称无需导入即可使用。',
  'explain.noNetwork':
    '单元格只能访问本站：这是有意的设计，它计算的任何东西都不会离开你的设备。自己的数据请用 fileInput() 带入，或直接粘贴到单元格里。',
  'explain.recursion': '函数调用自身的次数太多，多半没有尽头：它应该在什么条件下停止？改用循环就不占用调用栈。',
  'explain.layer.rank': '{op} 需要 {rank:#} 个轴（含批次），这里是 {shape}。看看它前面是哪一层，以及 inputShape。',
  'explain.layer.axis':
    '{layer} 建立时轴 {axis} 上有 {wanted:#} 个数，这里是 {shape}。层会一直沿用它第一次见到的大小：另建一层，或者让输入变成那个大小。',
  'explain.layer.tooSmall':
    "到 {layer} 时只剩下 {shape}，比它的窗口还小。减少前面的步幅和池化，减小 kernelSize，或者用 padding: 'same'。",
  'explain.flatten':
    '除批次外，展平层必须知道所有大小，而它得到的是 {shape}。给第一层完整的 inputShape，或者改用 tf.layers.globalAveragePooling2d()。',
  'explain.merge': '这一层合并多个输入：请放在一个列表里，apply([a, b])。',
  'explain.inputShape':
    '只有第一层无法知道输入是什么。请写出一个样本的形状，不含批次：inputShape: [28, 28, 1]。（Keras 的 input_shape 在这里写作 inputShape。）',
  'explain.empty': '模型还没有层。用 model.add() 逐个添加，或者一次给出：tf.sequential({ layers: [ … ] })。',
  'explain.required.units': '全连接层需要知道大小：tf.layers.dense({ units: 10 })。',
  'explain.required.kernel': '卷积层需要知道窗口多大、滤波器有几个：{code}。',
  'explain.paddingMode': "padding 要用小写：'valid' 或 'same'。这里是 {given}。",
  'explain.softmaxAxis': 'TensorFlow.js 只能沿最后一个轴计算 softmax：tf.layers.softmax({ axis: -1 })。',
  'explain.layerName': '有两个层都叫 {name}。每个名称只能用一次；不写名称时，层会自己取名。',
  'explain.noLayer': '模型里没有名为 {name} 的层。查看所有名称：model.layers.map((layer) => layer.name)。',
  'explain.disconnected':
    '输出不是由这些输入得来的：从输出沿 apply() 往回看，每一步都要从你作为 inputs 的 tf.input() 出发。',
  'explain.notCompiled':
    "调用 fit() 和 evaluate() 之前，模型要有优化器和损失：model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })。重新加载的模型也一样。",
  'explain.noLoss': "compile() 需要损失：分类用 loss: 'categoricalCrossentropy'，预测数值用 'meanSquaredError'。",
  'explain.noOptimizer': "compile() 需要优化器：optimizer: 'adam'，或 tf.train.adam(0.001)。",
  'explain.takes': '模型的输入应为 {wanted}，这里是 {shape}。{cure}',
  'explain.labels.classes':
    "模型对每个样本给出 {wanted:#} 个数（{each}），而标签 {labels} 每个样本只有一个数：是类别编号吗？用 tf.oneHot(labels.toInt(), {wanted}) 变成独热编码，或者编译时用 loss: 'sparseCategoricalCrossentropy'。",
  'explain.labels.oneHot':
    "这种损失需要每个样本一个类别编号，而标签 {labels} 是独热编码。编译时用 loss: 'categoricalCrossentropy'，或者用 labels.argMax(-1)。",
  'explain.labels.width':
    '最后一层对每个样本给出 {wanted:#} 个数（{each}），标签 {labels} 有 {has} 个。最后一层的 units 应等于类别数。',
  'explain.labels.shape': '模型给出 {each}，标签是 {labels}。最后一层之前是否少了展平或全局池化？',
  'explain.samples': '有 {inputs:#} 个样本，却有 {labels:#} 个标签：每个样本恰好要有一个。两者取的是同一段吗？',
  'explain.noTensor': '{method}() 需要一个张量，或者模型的每个输入和输出各一个。用 tf.tensor() 把数字变成张量。',
  'explain.fitting': '上一次训练还没有结束。在 model.fit() 前写 await。',
  'explain.noLabels': '缺少标签：作为第二个参数给出，model.fit(images, labels)。',
  'explain.validationData': 'validationData 需要一对：[images, labels]。',
  'explain.dataset':
    'fitDataset() 需要形如 { xs, ys } 的元素：用 dataset.map(([image, label]) => ({ xs: image, ys: label })) 转换。',
  'explain.disposed':
    '它的内存已经释放：由 dispose() 释放，或在 tidy() 结束时，或在单元格结束时。单元格结束后，只保留变量引用的张量：引用可以经过数组、对象和 Map，但不能经过函数、Promise 和私有字段，也不能超过 6 层或排在 10,000 个元素之后。请在它自己的单元格里给它一个名称（const x = …），用 tf.keep(x) 留住它，或者重新创建。',
  'explain.disposedModel':
    '{name} 的权重已经释放：调用过 dispose()，或者创建它的单元格重新运行过。先运行那个单元格，再运行这个。',
  'explain.variable': '已经有名为 {name} 的变量。不写名称即可：tf.variable(value)。',
  'explain.noVariables': '没有可以训练的量：用 tf.variable() 创建权重，并在函数里使用它们。',
  'explain.gradient':
    '结果没有通过 tf 运算依赖于输入。两者之间只能用 tf 运算：用 dataSync() 或 array() 读出的数，以及 argMax()，都会中断这条链。',
  'explain.noGradient': 'TensorFlow.js 在这里没有梯度（{op}），它之前的部分无法训练。',
  'explain.kernel': '{backend} 后端没有 {kernel}。请用其他运算算出同样的结果。',
  'explain.rename': 'TensorFlow.js 没有 {given}。你是想写 {near} 吗？',
  'explain.camelCase': 'TensorFlow.js 没有 {given}：Keras 的名称在这里不用下划线。请写 {near}。',
  'explain.unknown': 'TensorFlow.js 没有 {given}。可用的有：{known}。',
  'explain.noKeras':
    '这里的 tf 本身就是 Keras：层在 tf.layers 中，模型由 tf.sequential() 和 tf.model() 创建，优化器在 tf.train 中。',
  'explain.later': '数值稍后才有：用 {code} 等待。',
  'explain.plainNumbers':
    'dataSync() 和 arraySync() 给出普通的 JavaScript 数字，它们没有 {method}()。先对张量计算，再读出。',
  'explain.notTensor': '这里 {value} 不是张量。如果它是 Promise，先等待：(await {value}).{method}(…)。',
  'explain.dataLater': '数据集稍后才到：在 digits()、fashion() 或 emoji() 前写 await。',
  'explain.historyLater': '训练需要时间：在 model.fit() 前写 await，再读取 history.history。',
  'explain.nan':
    '损失变成了 {loss}（不再是数），权重也已失效。最常见的原因是学习率太高：缩小到十分之一，并重新建立模型。否则检查是否除以了 0，或对 0 取了对数。',
  'explain.texts':
    "这些是文本，而只有数能参与计算。先给类别编号：const names = ['cat', 'dog']，names.indexOf(label) 就是标签的编号。",
  'explain.typedRows':
    '{op}() 需要嵌套列表中的数，或者一个平的列表。由类型化数组组成的列表有两个轴：先用 tf.tensor2d(list)，再用 reshape() 变成想要的形状。',
  'explain.byName': '选项 {option} 不能是这样的值。例如可以写 {code}。',
  'explain.positive': '{option} 应是不小于 1 的整数，这里是 {value}。',
  'explain.sizes': '{option} 可以是一个数，对所有轴都一样，也可以是 {count:#} 个数的列表：{code}。',
  'explain.layer.channelsFirst': '在这里通道放在最后，而 {shape} 似乎把它放在了最前：请写 inputShape: {code}。',
  'explain.labels.axis': '模型给出 {each}，标签是 {labels}，缺少最后一个轴。用 labels.expandDims(-1) 补上。',
  'explain.batches':
    '模型按批次学习张量，而这个数据集似乎每次只给出一个样本：请写 dataset.batch(32)。如果样本是对象（CSV 文件的行就是），先变成列表：dataset.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) }))。',
  'explain.nearProperty': '{path} 没有 {name}。你是想写 {near} 吗？',
  'explain.noProperty': '{path} 没有 {name}。它有：{known}。',
  'explain.noElement': '{path} 有 {count:#} 个元素，从 0 数起，没有 [{at}]。',
  'explain.noMetric': "在 compile() 里写 metrics: ['accuracy']，才会有准确率，它叫 acc。",
  'explain.noValidation': '以 val_ 开头的值，需要在 fit() 里给出 validationData 或 validationSplit。',
  'explain.accuracy': '准确率在这里叫 acc，验证数据上的叫 val_acc。',
  'explain.ofNothing': '无法读取 {property}：它前面的值是 undefined 或 null。名称拼写对吗？在这一行之前赋过值吗？',
  'explain.nearName': '这里没有叫 {name} 的东西。你是想写 {near} 吗？',
  'explain.noName': '这里没有叫 {name} 的东西。名称区分大小写；在花括号里声明的名称，只在花括号里有效。',
  'explain.undeclared': '新的名称在第一次赋值时要声明：const {name} = …，如果以后要改变，就写 let {name} = …。',
  'explain.tooEarly': '用到 {name} 时，声明它的那一行还没有运行：把那一行移到前面。',
  'explain.constant': '用 const 声明的名称和本书提供的名称，值不能改变。需要改变时用 let 声明，或者换一个名称。',
  'explain.notCalled': '只有函数才能用 () 调用，而 {name} 是{kind}。',
  'explain.noFunction': '只有函数才能用 () 调用，而这里的 {name} 不是函数。拼写对吗？是不是有别的东西用了同一个名称？',
  'explain.kind.tensor': '张量',
  'explain.kind.list': '列表：用 [0] 取出元素',
  'explain.kind.promise': ' Promise：用 await 等待它的值',
  'explain.kind.number': '数',
  'explain.kind.text': '文本',
  'explain.kind.model': '模型：请调用它的 predict()',
  'explain.kind.object': '对象',
  'explain.notIterable':
    '只有列表才能用 [ … ] 拆开，或用 for … of 逐个取出。张量用 x.unstack() 得到各部分的列表，用 await x.array() 得到数值；Promise 要先用 await 等待。',
  'explain.evaluated':
    "没有 metrics 时，evaluate() 只给出一个张量：损失。在 compile() 里写 metrics: ['accuracy']，它才给出列表 [损失, 准确率]。",
  'explain.json': '这不是 JSON：其中的名称和文本要用双引号，最后一个元素后面没有逗号。',
  'explain.json.page': '这是网页（HTML），不是 JSON：地址多半写错了。',
  'explain.length': '列表的长度应是不小于 0 的整数，而这里算出的是负数、小数，或者大得放不下。',
  'explain.callbacks':
    '回调是写在花括号里的函数 { onEpochEnd: … }，也可以是列表，其中可以有现成的回调：callbacks: [tf.callbacks.earlyStopping()]。',
  'explain.saveAddress':
    "单元格把模型保存在以 indexeddb:// 开头的地址下，例如 model.save('indexeddb://clothes')。要给出文件，用 download(name, content)。",
  'explain.noCamera': '单元格自己不能打开摄像头：imageInput() 会请读者给一张图片，也可以用摄像头拍。',
  'explain.elsewhere.print': '在这里用 console.log() 打印，用 show() 显示任何值。',
  'explain.elsewhere.len': '列表的长度是 list.length，张量各轴的大小是 x.shape。',
  'explain.elsewhere.range':
    '计数的循环写作 for (let i = 0; i < n; i += 1) { … }；tf.range(0, n) 得到由这些数组成的张量，list.entries() 给出元素和它的位置。',
  'explain.elsewhere.nothing': '在这里，“没有值”写作 null；从未赋值的是 undefined。',
  'explain.elsewhere.convert': '在这里用 Number()、Math.trunc()、String() 和 Boolean() 转换值。',
  'explain.elsewhere.math': '对数用 Math.{name}()，对张量用 x.{name}()。',
  'explain.elsewhere.numpy':
    'NumPy 和 PyTorch 属于 Python。在这里由 tf 创建张量并计算：tf.tensor([1, 2])、tf.matMul(a, b)、x.mean()。',
  'explain.elsewhere.tensorflow': 'TensorFlow.js 在这里叫 tf。',
  'explain.elsewhere.plot':
    '在这里用 plot() 画图表，用 show() 显示图片和表格，用 trainingView() 看训练过程，用 confusionMatrix() 看混淆情况。',
  'explain.elsewhere.models': "训练好的网络用 pretrained('fashion') 或 pretrained('digits') 得到。",
  'explain.elsewhere.table': '在这里表格就是由对象组成的列表，用 show() 显示；tf.data.csv() 读取本书的文件。',
  'explain.elsewhere.picture': '在这里 photo() 和 imageInput() 给出图片的张量，tf.image 用来变换图片。',
  'note.said': '提示：{text}',
  'note.softmaxOfOne':
    "只有一个单元时，softmax 的结果总是 1，这个网络学不到东西。分两类时用 units: 2，或者用一个单元加 activation: 'sigmoid' 和 loss: 'binaryCrossentropy'。",
  'note.logits':
    '{loss} 需要概率，而最后一层 {layer} 的 activation 是 {activation}，给出的不都是概率。请改为 activation: {wanted}。',
  'note.binaryAccuracy':
    "使用 binaryCrossentropy 时，准确率对 {classes:#} 个输出分别计数：全部答“否”就已经对了 {share}。每个样本只属于一类，所以请用 softmax 和 loss: 'categoricalCrossentropy'，或者 metrics: ['categoricalAccuracy']。",
  'note.labels': '类别编号从 {low} 到 {high}，而模型的类别是 0 到 {last}：超出范围的样本对训练不起作用。',
  'note.emptyLabels':
    '有 {count:#} 个标签全是 0，这些样本对训练不起作用。类别编号超出深度时，tf.oneHot() 给出的就全是 0。',
  'note.split': 'validationSplit: {value} 没有起作用：它是 0 到 1 之间的比例，例如 0.2 表示最后五分之一的样本。',
  'note.monitor': '早停监视的是 {monitor}，而这次训练里没有它，所以从未停止。现有的是：{known}。',
  'repairs.lossWeights':
    'compile()：lossWeights 要为每个输出（{outputs}）给一个数，写成列表，或以名称为键的对象，而不是 {value}。',
  'repairs.einsum': 'tf.einsum("{equation}")：{why}',
  'repairs.einsum.form': '等式的写法如 "ij,jk->ik"：每个张量的各轴各用一个字母，然后是 "->" 和结果的各轴。',
  'repairs.einsum.count': '有 {terms:#} 项，却有 {tensors:#} 个张量。',
  'repairs.einsum.twice': '同一项中每个字母只能出现一次；不支持取对角线。',
  'repairs.einsum.rank': '“{term}”与形状为 [{shape}] 的张量的轴数不符。',
  'repairs.einsum.size': '{label} 在一个张量中是 {one}，在另一个中是 {other}。',
  'repairs.einsum.unknown': '结果中的 {label} 在各张量中都没有。',
  'repairs.groups': 'groupNormalization()：{channels:#} 个通道不能平均分成 {groups:#} 组。',
  'repairs.optionNamed': '{name}() 没有选项 {option}：它在这里叫 {named}。',
  'repairs.sampleWeight': 'fit()：sampleWeight 要为 {count:#} 个样本各给一个数，而不是形状为 {shape} 的张量。',
  'repairs.option': '{name}() 没有选项 {option}。可用的有：{known}。',
  'repairs.oneClip': 'clipnorm、clipvalue 和 globalClipnorm 只能设置一个：它们各自以不同方式限制梯度。',
};
