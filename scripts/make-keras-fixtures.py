"""Asks Keras 3 for the numbers in test/fixtures/keras/, so that test/keras-agreement.test.ts can compare TensorFlow.js with it.

    python3 -m venv /tmp/keras && /tmp/keras/bin/pip install keras jax
    KERAS_BACKEND=jax /tmp/keras/bin/python scripts/make-keras-fixtures.py

Inputs and weights are pseudo-random from a fixed seed; shapes are small and odd, so that padding and strides matter.
"""

import json
import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")

import jax
import keras
import numpy as np
from keras import layers

folder = Path(__file__).parent.parent / "test" / "fixtures" / "keras"
random = np.random.default_rng(20)


def numbers(*shape, low=-1.0, high=1.0):
    """A float32 array whose values survive JSON exactly."""
    return np.round(random.uniform(low, high, shape), 3).astype("float32")


def packed(array):
    array = np.asarray(array, dtype="float32")
    return {"shape": list(array.shape), "values": [float(f"{value:.7g}") for value in array.ravel()]}


def camel(name):
    """`kernel_size` → `kernelSize`; two names differ in TensorFlow.js."""
    if name in ("negative_slope", "keepdims"):
        return {"negative_slope": "alpha", "keepdims": "keepDims"}[name]
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def layer_case(layer_class, shape, training=False, **options):
    """One layer with random weights on a random batch: what went in, what came out, and its weights afterwards."""
    layer = layer_class(**options)
    x = numbers(*shape)
    layer.build(x.shape)
    # Moving variances must be positive; the other weights of batch normalization can be, so all of them are.
    low = 0.2 if layer_class is layers.BatchNormalization else -1.0
    weights = [numbers(*weight.shape, low=low) for weight in layer.weights]
    layer.set_weights(weights)
    y = layer(x, training=training)
    case = {
        "layer": layer_class.__name__,
        "options": {camel(name): value for name, value in options.items()},
        "training": training,
        "input": packed(x),
        "weights": [packed(weight) for weight in weights],
        "output": packed(y),
    }
    if training:
        case["weightsAfter"] = [packed(weight) for weight in layer.get_weights()]
    return case


def convolutions():
    for size, kernel in [((7, 8), 3), ((8, 5), 2), ((6, 7), (2, 3)), ((6, 7), 5)]:
        for padding in ["valid", "same"]:
            for strides, dilation in [(1, 1), (2, 1), (3, 1), ((1, 2), 1), (1, 2)]:
                if padding == "valid" and dilation == 2 and kernel == 5:
                    continue  # the dilated kernel is larger than the picture
                yield layer_case(
                    layers.Conv2D,
                    (1, *size, 3),
                    filters=4,
                    kernel_size=kernel,
                    strides=strides,
                    padding=padding,
                    dilation_rate=dilation,
                )


def depthwise():
    for multiplier in [1, 2]:
        for padding in ["valid", "same"]:
            for strides, dilation in [(1, 1), (2, 1), (1, 2)]:
                yield layer_case(
                    layers.DepthwiseConv2D,
                    (1, 7, 8, 3),
                    kernel_size=3,
                    strides=strides,
                    padding=padding,
                    depth_multiplier=multiplier,
                    dilation_rate=dilation,
                )


def separable():
    for multiplier in [1, 2]:
        for padding in ["valid", "same"]:
            for strides in [1, 2]:
                yield layer_case(
                    layers.SeparableConv2D,
                    (1, 7, 8, 3),
                    filters=5,
                    kernel_size=3,
                    strides=strides,
                    padding=padding,
                    depth_multiplier=multiplier,
                )


def pooling():
    for layer_class in [layers.MaxPooling2D, layers.AveragePooling2D]:
        for padding in ["valid", "same"]:
            for size, strides in [(2, 2), (3, 2), (3, 1), (2, 3)]:
                yield layer_case(layer_class, (1, 7, 8, 3), pool_size=size, strides=strides, padding=padding)
    yield layer_case(layers.GlobalAveragePooling2D, (1, 7, 8, 3))
    yield layer_case(layers.GlobalMaxPooling2D, (1, 7, 8, 3))


def normalization():
    for training in [False, True]:
        yield layer_case(layers.BatchNormalization, (3, 4, 5, 2), training)
        yield layer_case(layers.BatchNormalization, (8, 3), training)
        yield layer_case(layers.BatchNormalization, (3, 4, 5, 2), training, momentum=0.8, epsilon=0.01)


def activations():
    for name in ["relu", "elu", "sigmoid", "tanh", "softmax", "softplus", "softsign", "selu"]:
        case = layer_case(layers.Activation, (4, 5), activation=name)
        case["options"] = {"activation": name}
        yield case
    yield layer_case(layers.LeakyReLU, (4, 5), negative_slope=0.1)
    yield layer_case(layers.ELU, (4, 5), alpha=0.7)
    yield layer_case(layers.PReLU, (2, 3, 4, 2))


def losses():
    predicted = numbers(6, 4, low=0.05, high=1.0)
    chances = np.round(predicted / predicted.sum(axis=1, keepdims=True), 4)
    one_hot = np.eye(4, dtype="float32")[[0, 3, 1, 1, 2, 0]]
    signs = np.sign(numbers(6, 4))
    real = numbers(6, 4)
    for loss, name, truth, guess in [
        ("mean_squared_error", "meanSquaredError", real, predicted),
        ("mean_absolute_error", "meanAbsoluteError", real, predicted),
        ("mean_squared_logarithmic_error", "meanSquaredLogarithmicError", np.abs(real), predicted),
        ("categorical_crossentropy", "categoricalCrossentropy", one_hot, chances),
        ("binary_crossentropy", "binaryCrossentropy", one_hot, chances),
        ("kl_divergence", "kullbackLeiblerDivergence", chances[::-1], chances),
        ("hinge", "hinge", signs, predicted),
        ("squared_hinge", "squaredHinge", signs, predicted),
        ("poisson", "poisson", np.abs(real), predicted),
        ("cosine_similarity", "cosineProximity", real, predicted),
        ("log_cosh", "logcosh", real, predicted),
    ]:
        each = keras.losses.get(loss)(truth, guess)
        yield {"loss": name, "truth": packed(truth), "guess": packed(guess), "value": float(np.mean(each))}


def training():
    """A small network: its outputs, then five steps of plain gradient descent on one batch."""
    model = keras.Sequential(
        [
            keras.Input(shape=(9, 9, 2)),
            layers.Conv2D(4, kernel_size=3, activation="relu"),
            layers.MaxPooling2D(pool_size=2),
            layers.Conv2D(5, kernel_size=2, padding="same", activation="tanh"),
            layers.AveragePooling2D(pool_size=2),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )
    model.set_weights([numbers(*weight.shape, low=-0.5, high=0.5) for weight in model.weights])
    x = numbers(6, 9, 9, 2)
    y = np.eye(3, dtype="float32")[[0, 1, 2, 2, 1, 0]]
    before = model.get_weights()
    output = model(x)
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="categorical_crossentropy")
    losses = []
    for _ in range(5):
        model.reset_metrics()  # otherwise each number would be the mean of all so far
        losses.append(float(model.train_on_batch(x, y)))
    return {
        "input": packed(x),
        "truth": packed(y),
        "weights": [packed(weight) for weight in before],
        "output": packed(output),
        "losses": losses,
        "weightsAfter": [packed(weight) for weight in model.get_weights()],
    }


def optimizers():
    """Four steps with given gradients: what clipping, decay and schedules do to the weights."""
    schedules = keras.optimizers.schedules
    for name, options, schedule in [
        ("sgd", {"learning_rate": 0.1, "clipnorm": 0.5}, None),
        ("sgd", {"learning_rate": 0.1, "clipvalue": 0.3}, None),
        ("sgd", {"learning_rate": 0.1, "global_clipnorm": 0.5}, None),
        ("sgd", {"learning_rate": 0.1, "weight_decay": 0.2}, None),
        ("adam", {"learning_rate": 0.05, "weight_decay": 0.2, "clipnorm": 1.0}, None),
        ("adamw", {"learning_rate": 0.05}, None),
        ("sgd", {}, ("cosine_decay", {"initial_learning_rate": 0.2, "decay_steps": 3, "alpha": 0.1})),
        ("sgd", {}, ("exponential_decay", {"initial_learning_rate": 0.2, "decay_steps": 2, "decay_rate": 0.5})),
        (
            "sgd",
            {},
            ("exponential_decay", {"initial_learning_rate": 0.2, "decay_steps": 2, "decay_rate": 0.5, "staircase": True}),
        ),
        ("sgd", {}, ("piecewise_constant_decay", {"boundaries": [0, 2], "values": [0.3, 0.2, 0.1]})),
    ]:
        classes = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam, "adamw": keras.optimizers.AdamW}
        arguments = dict(options)
        if schedule:
            kind = "".join(part.capitalize() for part in schedule[0].split("_"))
            arguments["learning_rate"] = getattr(schedules, kind)(**schedule[1])
        optimizer = classes[name](**arguments)
        weights = [keras.Variable(numbers(2, 3)), keras.Variable(numbers(4))]
        before = [packed(weight) for weight in weights]
        steps = [[numbers(2, 3, low=-2, high=2), numbers(4, low=-2, high=2)] for _ in range(4)]
        for gradients in steps:
            optimizer.apply([keras.ops.convert_to_tensor(gradient) for gradient in gradients], weights)
        case = {
            "optimizer": name,
            "options": {camel(key): value for key, value in options.items()},
            "weights": before,
            "gradients": [[packed(gradient) for gradient in gradients] for gradients in steps],
            "weightsAfter": [packed(weight) for weight in weights],
        }
        if schedule:
            case["schedule"] = [camel(schedule[0]), {camel(key): value for key, value in schedule[1].items()}]
        yield case


def loss_weights():
    """Two outputs, each with its loss weight: the numbers of one training step, then of an evaluation."""
    for weights in [[1.0, 1.0], [0.2, 3.0], [0.0, 1.0]]:
        x = keras.Input(shape=(3,))
        shared = layers.Dense(4, activation="tanh", name="shared")(x)
        model = keras.Model(x, [layers.Dense(2, name="a")(shared), layers.Dense(1, name="b")(shared)])
        model.set_weights([numbers(*weight.shape) for weight in model.weights])
        before = [packed(weight) for weight in model.get_weights()]
        images, a, b = numbers(5, 3), numbers(5, 2), numbers(5, 1)
        model.compile(
            optimizer=keras.optimizers.SGD(0.1),
            loss=["mean_squared_error", "mean_squared_error"],
            loss_weights=weights,
        )
        trained = [float(number) for number in model.train_on_batch(images, [a, b])]
        after = [packed(weight) for weight in model.get_weights()]
        evaluated = [float(number) for number in model.evaluate(images, [a, b], verbose=0)]
        yield {
            "lossWeights": weights,
            "input": packed(images),
            "truth": [packed(a), packed(b)],
            "weights": before,
            "trained": trained,
            "weightsAfter": after,
            "evaluated": evaluated,
        }


def repairs():
    """Where TensorFlow.js 4.22 differs from Keras and src/tfjs-repairs makes it agree."""
    frozen = layers.BatchNormalization()
    x = numbers(4, 3)
    frozen.build(x.shape)
    weights = [numbers(3, low=0.2) for _ in frozen.weights]
    frozen.set_weights(weights)
    frozen.trainable = False
    y = frozen(x, training=True)
    labels = np.array([2, 0, 1, 1], dtype="int32")
    chances = np.round(numbers(4, 3, low=0.1, high=1.0), 3)
    chances = np.round(chances / chances.sum(axis=1, keepdims=True), 4)
    sparse = keras.losses.sparse_categorical_crossentropy(labels, chances)
    return {
        "optimizers": list(optimizers()),
        "lossWeights": list(loss_weights()),
        "frozen": {
            "input": packed(x),
            "weights": [packed(weight) for weight in weights],
            "output": packed(y),
            "weightsAfter": [packed(weight) for weight in frozen.get_weights()],
        },
        "sparse": {"labels": labels.tolist(), "guess": packed(chances), "value": float(np.mean(sparse))},
    }


def gradient_case(layer_class, shape, **options):
    """A layer without weights: its output, and the gradient of the sum of output × dy."""
    layer = layer_class(**options)
    x = numbers(*shape)
    y = layer(x)
    dy = numbers(*y.shape)
    dx = jax.grad(lambda given: keras.ops.sum(layer(given) * dy))(keras.ops.convert_to_tensor(x))
    return {
        "layer": layer_class.__name__,
        "options": {camel(name): value for name, value in options.items()},
        "input": packed(x),
        "output": packed(y),
        "dy": packed(dy),
        "dx": packed(dx),
    }


def solid_pooling():
    for layer_class in [layers.MaxPooling3D, layers.AveragePooling3D]:
        for padding in ["valid", "same"]:
            for size, strides in [(2, 2), (3, 2), ((1, 2, 3), (1, 3, 2))]:
                options = {"pool_size": size, "strides": strides, "padding": padding}
                yield gradient_case(layer_class, (2, 4, 5, 6, 2), **options)


def resized():
    for shape, size in [((2, 4, 5, 3), (7, 9)), ((1, 9, 8, 2), (4, 3))]:
        for interpolation in ["bilinear", "nearest"]:
            options = {"height": size[0], "width": size[1], "interpolation": interpolation}
            yield gradient_case(layers.Resizing, shape, **options)
    yield gradient_case(layers.UpSampling2D, (2, 3, 4, 2), size=(2, 3), interpolation="bilinear")


def further_layers():
    for training in [False, True]:
        yield layer_case(layers.BatchNormalization, (3, 4, 5, 2), training, axis=1)
        yield layer_case(layers.BatchNormalization, (3, 4, 5, 2), training, axis=2, scale=False)
    for axes in [[1], [2], [1, 2]]:
        yield layer_case(layers.PReLU, (2, 3, 4, 2), shared_axes=axes)
    for groups, axis in [(1, -1), (2, -1), (4, -1), (-1, -1), (3, 1)]:
        yield layer_case(layers.GroupNormalization, (2, 6, 5, 4), groups=groups, axis=axis)
    yield layer_case(layers.GroupNormalization, (2, 5, 4), groups=2, scale=False, epsilon=0.1)
    for name in ["GlobalAveragePooling2D", "GlobalMaxPooling2D"]:
        yield layer_case(getattr(layers, name), (2, 3, 4, 5), keepdims=True)
    for name in ["GlobalAveragePooling1D", "GlobalMaxPooling1D"]:
        yield layer_case(getattr(layers, name), (2, 3, 4), keepdims=True)
    for name in ["silu", "swish", "hard_silu", "hard_swish", "hard_sigmoid", "exponential", "leaky_relu", "gelu", "mish"]:
        case = layer_case(layers.Activation, (4, 5), activation=name)
        case["input"] = packed(5 * np.asarray(case["input"]["values"]).reshape(4, 5))
        case["output"] = packed(layers.Activation(name)(unpacked(case["input"])))
        case["options"] = {"activation": camel(name)}
        yield case


def moved():
    """Augmentation whose chance is taken away."""
    for name, options in [
        ("RandomRotation", {"factor": [0.1, 0.1]}),
        ("RandomRotation", {"factor": [-0.3, -0.3], "fill_mode": "constant", "fill_value": 0.5}),
        ("RandomRotation", {"factor": [0.25, 0.25], "interpolation": "nearest", "fill_mode": "nearest"}),
        ("RandomTranslation", {"height_factor": [0.2, 0.2], "width_factor": [-0.3, -0.3]}),
        ("RandomTranslation", {"height_factor": [-0.6, -0.6], "width_factor": [0.4, 0.4], "fill_mode": "wrap"}),
        ("RandomZoom", {"height_factor": [0.3, 0.3]}),
        ("RandomZoom", {"height_factor": [-0.2, -0.2], "width_factor": [0.5, 0.5], "fill_mode": "nearest"}),
        ("RandomContrast", {"factor": [0.0, 0.0]}),
    ]:
        given = {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()}
        x = numbers(2, 5, 7, 3, low=0)
        yield {
            "layer": name,
            "options": {camel(key): value for key, value in options.items()},
            "training": True,
            "input": packed(x),
            "output": packed(getattr(layers, name)(**given)(x, training=True)),
        }


def unpacked(case):
    return np.asarray(case["values"], dtype="float32").reshape(case["shape"])


def further_optimizers():
    """Eight steps with given gradients."""
    schedules = keras.optimizers.schedules
    decay = ("exponential_decay", {"initial_learning_rate": 0.2, "decay_steps": 2, "decay_rate": 0.3})
    steps = ("piecewise_constant_decay", {"boundaries": [1, 4], "values": [0.2, 0.05, 0.1]})
    cosine = ("cosine_decay", {"initial_learning_rate": 0.0, "decay_steps": 4, "alpha": 0.1, "warmup_target": 0.3, "warmup_steps": 3})
    for name, options, schedule in [
        ("momentum", {"learning_rate": 0.1, "momentum": 0.9}, None),
        ("momentum", {"momentum": 0.9}, decay),
        ("momentum", {"momentum": 0.8, "nesterov": True}, steps),
        ("adadelta", {}, None),
        ("adadelta", {"learning_rate": 0.5, "rho": 0.8, "epsilon": 0.01}, None),
        ("adam", {}, None),
        ("adam", {"learning_rate": 0.05, "epsilon": 0.1}, None),
        ("adam", {"beta_1": 0.8, "beta_2": 0.9}, cosine),
        ("adamax", {"learning_rate": 0.05}, None),
        ("adagrad", {"learning_rate": 0.1}, None),
        ("rmsprop", {"learning_rate": 0.05}, None),
    ]:
        classes = {
            "momentum": keras.optimizers.SGD,
            "adadelta": keras.optimizers.Adadelta,
            "adam": keras.optimizers.Adam,
            "adamax": keras.optimizers.Adamax,
            "adagrad": keras.optimizers.Adagrad,
            "rmsprop": keras.optimizers.RMSprop,
        }
        arguments = dict(options)
        if schedule:
            kind = "".join(part.capitalize() for part in schedule[0].split("_"))
            arguments["learning_rate"] = getattr(schedules, kind)(**schedule[1])
        optimizer = classes[name](**arguments)
        weights = [keras.Variable(numbers(2, 3)), keras.Variable(numbers(4))]
        before = [packed(weight) for weight in weights]
        given = [[numbers(2, 3, low=-2, high=2), numbers(4, low=-2, high=2)] for _ in range(8)]
        for gradients in given:
            optimizer.apply([keras.ops.convert_to_tensor(gradient) for gradient in gradients], weights)
        renamed = {"nesterov": "useNesterov", "beta_1": "beta1", "beta_2": "beta2"}
        case = {
            "optimizer": name,
            "options": {renamed.get(key) or camel(key): value for key, value in options.items()},
            "weights": before,
            "gradients": [[packed(gradient) for gradient in gradients] for gradients in given],
            "weightsAfter": [packed(weight) for weight in weights],
        }
        if schedule:
            case["schedule"] = [camel(schedule[0]), {camel(key): value for key, value in schedule[1].items()}]
        yield case


def constrained():
    """Five steps of a dense layer whose weights are constrained."""
    for name, options in [("NonNeg", {}), ("MaxNorm", {"max_value": 0.5}), ("UnitNorm", {}), ("MinMaxNorm", {"min_value": 0.4, "max_value": 0.6, "rate": 0.5})]:
        constraint = getattr(keras.constraints, name)(**options)
        model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3, kernel_constraint=constraint)])
        model.set_weights([numbers(*weight.shape) for weight in model.weights])
        before = [packed(weight) for weight in model.get_weights()]
        x, y = numbers(6, 4), numbers(6, 3, low=-2, high=2)
        model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mean_squared_error")
        for _ in range(5):
            model.train_on_batch(x, y)
        yield {
            "constraint": name[0].lower() + name[1:],
            "options": {camel(key): value for key, value in options.items()},
            "input": packed(x),
            "truth": packed(y),
            "weights": before,
            "weightsAfter": [packed(weight) for weight in model.get_weights()],
        }


def further_losses():
    guess = numbers(6, 4)
    labels = (numbers(6, 4) > 0).astype("float32")
    for loss, name in [("hinge", "hinge"), ("squared_hinge", "squaredHinge")]:
        each = keras.losses.get(loss)(labels, guess)
        yield {"loss": name, "truth": packed(labels), "guess": packed(guess), "value": float(np.mean(each))}
    chances = np.round(numbers(2, 3, 4, 5, low=0.05, high=1.0), 3)
    chances = np.round(chances / chances.sum(axis=-1, keepdims=True), 4)
    classes = np.floor(numbers(2, 3, 4, low=0, high=4.999)).astype("float32")
    each = keras.losses.sparse_categorical_crossentropy(classes, chances)
    yield {"loss": "sparseCategoricalCrossentropy", "truth": packed(classes), "guess": packed(chances), "value": float(np.mean(each))}


def smoothed():
    """Losses with options."""
    guess = numbers(6, 4)
    one_hot = np.eye(4, dtype="float32")[[0, 3, 1, 1, 2, 0]]
    for name in ["CategoricalCrossentropy", "BinaryCrossentropy"]:
        for options in [{"label_smoothing": 0.2}, {"from_logits": True}, {"label_smoothing": 0.1, "from_logits": True}]:
            logits = options.get("from_logits")
            given = guess if logits else np.asarray(keras.ops.softmax(guess))
            yield {
                "loss": name[0].lower() + name[1:],
                "options": {camel(key): value for key, value in options.items()},
                "truth": packed(one_hot),
                "guess": packed(given),
                "value": float(getattr(keras.losses, name)(**options)(one_hot, given)),
            }


def weighted():
    """Training in which examples and classes count differently."""
    for classes in [None, {0: 1.0, 1: 0.2, 2: 3.0}]:
        model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3, activation="softmax")])
        model.set_weights([numbers(*weight.shape) for weight in model.weights])
        before = [packed(weight) for weight in model.get_weights()]
        x, y = numbers(6, 4), np.eye(3, dtype="float32")[[0, 1, 2, 2, 1, 0]]
        each = numbers(6, low=0, high=3)
        model.compile(optimizer=keras.optimizers.SGD(0.2), loss="categorical_crossentropy")
        weights = each if classes is None else each * np.asarray([classes[c] for c in y.argmax(-1)], dtype="float32")
        history = model.fit(x, y, sample_weight=weights, batch_size=6, epochs=3, verbose=0)
        yield {
            "sampleWeight": packed(each),
            "classWeight": classes and {str(key): value for key, value in classes.items()},
            "input": packed(x),
            "truth": packed(y),
            "weights": before,
            "losses": [float(loss) for loss in history.history["loss"]],
            "weightsAfter": [packed(weight) for weight in model.get_weights()],
        }


def penalized():
    """What evaluate says of a layer with a penalty, and with weights of the examples what training does."""
    model = keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3, kernel_regularizer=keras.regularizers.L2(0.1))])
    model.set_weights([numbers(*weight.shape) for weight in model.weights])
    x, y = numbers(6, 4), numbers(6, 3, low=-2, high=2)
    model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mean_squared_error", metrics=["mean_absolute_error"])
    return {
        "input": packed(x),
        "truth": packed(y),
        "weights": [packed(weight) for weight in model.get_weights()],
        "evaluated": [float(number) for number in model.evaluate(x, y, verbose=0)],
    }


def ranked():
    """Accuracy among the k likeliest."""
    guess = numbers(40, 9)
    classes = np.floor(numbers(40, low=0, high=8.999)).astype("int32")
    one_hot = np.eye(9, dtype="float32")[classes]
    return {
        "guess": packed(guess),
        "classes": classes.tolist(),
        "values": {
            str(k): float(np.mean(keras.metrics.top_k_categorical_accuracy(one_hot, guess, k))) for k in [1, 3, 5]
        },
    }


def write(name, content):
    text = json.dumps(content, separators=(",", ":"))
    (folder / f"{name}.json").write_text(text + "\n")
    print(f"{name}.json: {len(text) // 1024} kB")


folder.mkdir(parents=True, exist_ok=True)
write("convolution", list(convolutions()))
write("depthwise", list(depthwise()))
write("separable", list(separable()))
write("pooling", list(pooling()))
write("normalization", list(normalization()))
write("activations", list(activations()))
write("losses", list(losses()))
write("training", training())
write("repairs", repairs())
# Numbers of their own, so that another case here changes none above.
random = np.random.default_rng(21)
write("pooling-3d", list(solid_pooling()))
write("resizing", list(resized()))
write("further-layers", list(further_layers()))
write("further-optimizers", list(further_optimizers()))
write("constraints", list(constrained()))
write("further-losses", list(further_losses()))
write("penalties", penalized())
write("ranked", ranked())
write("smoothed", list(smoothed()))
write("weighted", list(weighted()))
write("moved", list(moved()))
(folder / "README.md").write_text(
    f"Numbers of Keras {keras.version()} on {keras.backend.backend()}, written by scripts/make-keras-fixtures.py. "
    "Each case holds a layer's options, input, weights and output, in the names of TensorFlow.js.\n"
)
