"""Asks Keras 3 for the numbers in test/fixtures/keras/, so that test/keras-agreement.test.ts can compare TensorFlow.js with it.

    python3 -m venv /tmp/keras && /tmp/keras/bin/pip install keras jax
    KERAS_BACKEND=jax /tmp/keras/bin/python scripts/make-keras-fixtures.py

Inputs and weights are pseudo-random from a fixed seed; shapes are small and odd, so that padding and strides matter.
"""

import json
import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")

import keras
import numpy as np
from keras import layers

folder = Path(__file__).parent.parent / "test" / "fixtures" / "keras"
random = np.random.default_rng(20)


def numbers(*shape, low=-1.0, high=1.0):
    """A float32 array whose values survive the way through JSON exactly."""
    return np.round(random.uniform(low, high, shape), 3).astype("float32")


def packed(array):
    array = np.asarray(array, dtype="float32")
    return {"shape": list(array.shape), "values": [float(f"{value:.7g}") for value in array.ravel()]}


def camel(name):
    """`kernel_size` → `kernelSize`; one name differs in TensorFlow.js."""
    if name == "negative_slope":
        return "alpha"
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def layer_case(layer_class, shape, training=False, **options):
    """One layer with random weights on a random batch: what went in, what came out, and its weights afterwards."""
    layer = layer_class(**options)
    x = numbers(*shape)
    layer.build(x.shape)
    # Moving variances must be positive, and so may all other weights of batch normalization be.
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
                    continue  # the kernel reaches over more than the picture
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
        model.reset_metrics()  # else each number would be the mean of all so far
        losses.append(float(model.train_on_batch(x, y)))
    return {
        "input": packed(x),
        "truth": packed(y),
        "weights": [packed(weight) for weight in before],
        "output": packed(output),
        "losses": losses,
        "weightsAfter": [packed(weight) for weight in model.get_weights()],
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
(folder / "README.md").write_text(
    f"Numbers of Keras {keras.version()} on {keras.backend.backend()}, written by scripts/make-keras-fixtures.py. "
    "Each case holds a layer's options, input, weights and output, in the names of TensorFlow.js.\n"
)
