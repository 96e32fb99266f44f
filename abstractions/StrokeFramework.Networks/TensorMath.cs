using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>
/// Arithmetic of tensors that a garbage collection cannot disturb. TorchSharp's operators make a
/// <see cref="Scalar"/> for every number, and one of value 1 for every sum, whose finalizer frees it natively; a collection at
/// the wrong moment does so while libtorch still reads it, and the result is an exception or another number. Here each
/// scalar lives until the operation is over. The tensors have to belong to a dispose scope or to somebody else who keeps them.
/// </summary>
public static class TensorMath
{
    private static readonly Scalar One = 1.0.ToScalar();

    /// <summary>The sum.</summary>
    public static Tensor Plus(this Tensor tensor, Tensor other) => Of(tensor).add(other, One);

    /// <summary>The sum with a number.</summary>
    public static Tensor Plus(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).add(scalar, One);
    }

    /// <summary>The difference.</summary>
    public static Tensor Minus(this Tensor tensor, Tensor other)
    {
        using Scalar minusOne = (-1.0).ToScalar();
        return Of(tensor).add(other, minusOne);
    }

    /// <summary>The product with a number.</summary>
    public static Tensor Times(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).mul(scalar);
    }

    /// <summary>The quotient by a number.</summary>
    public static Tensor Over(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).div(scalar);
    }

    /// <summary>The values, those below a number replaced by it.</summary>
    public static Tensor AtLeast(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).clamp_min(scalar);
    }

    /// <summary>The values, those outside of two numbers replaced by the nearer one.</summary>
    public static Tensor Between(this Tensor tensor, double low, double high)
    {
        using Scalar least = low.ToScalar(), most = high.ToScalar();
        return Of(tensor).clamp(least, most);
    }

    /// <summary>Where the values are at least a number.</summary>
    public static Tensor IsAtLeast(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).ge(scalar);
    }

    /// <summary>Where the values are at most a number.</summary>
    public static Tensor IsAtMost(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).le(scalar);
    }

    /// <summary>Where the values are above a number.</summary>
    public static Tensor IsAbove(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).gt(scalar);
    }

    /// <summary>Where the values are a number.</summary>
    public static Tensor Is(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        return Of(tensor).eq(scalar);
    }

    /// <summary>Multiplies the tensor itself.</summary>
    public static void MultiplyBy(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        Of(tensor).mul_(scalar);
    }

    /// <summary>Adds another tensor, multiplied by a number, to the tensor itself.</summary>
    public static void Add(this Tensor tensor, Tensor other, double factor)
    {
        using Scalar scalar = factor.ToScalar();
        Of(tensor).add_(other, scalar);
    }

    /// <summary>Replaces all values of the tensor itself.</summary>
    public static void FillWith(this Tensor tensor, double number)
    {
        using Scalar scalar = number.ToScalar();
        Of(tensor).fill_(scalar);
    }

    /// <summary>0, 1, 2 and so on.</summary>
    /// <param name="count">How many.</param>
    /// <param name="type">Their type.</param>
    public static Tensor Counting(long count, ScalarType type)
    {
        using Scalar start = 0L.ToScalar(), stop = count.ToScalar(), step = 1L.ToScalar();
        return arange(start, stop, step, dtype: type);
    }

    private static Tensor Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor;
    }
}
