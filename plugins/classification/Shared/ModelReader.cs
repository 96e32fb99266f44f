using System.Buffers.Binary;
using System.Text;

namespace StrokeFramework.Classification;

/// <summary>Takes numbers and texts from bytes; whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal ref struct ModelReader(ReadOnlySpan<byte> content)
{
    private const int LongestText = 10_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = content;

    /// <summary>True when nothing is left.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>An integer.</summary>
    public int Integer() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A finite number.</summary>
    public double Finite()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
        return double.IsFinite(value) ? value : throw new InvalidDataException("The model has a number that is not finite.");
    }

    /// <summary>A number of a limited size.</summary>
    /// <param name="most">The largest magnitude that makes sense.</param>
    public double Within(double most)
    {
        double value = Finite();
        return Math.Abs(value) <= most ? value : throw new InvalidDataException("The model has a number that is larger than can be.");
    }

    /// <summary>A row of numbers, refused before anything is reserved for it when the content is shorter.</summary>
    /// <param name="count">How many.</param>
    /// <param name="most">The largest magnitude that makes sense.</param>
    public double[] Numbers(int count, double most)
    {
        if (count > _rest.Length / sizeof(double)) throw new InvalidDataException("The content of the model ends too early.");
        var values = new double[count];
        foreach (ref double value in values.AsSpan()) value = Within(most);
        return values;
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        int length = Count("letters of a name", 0, LongestText, 1);
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("A name in the model is not text.", e);
        }
    }

    /// <summary>The length of a list that follows.</summary>
    /// <param name="what">What the list holds.</param>
    /// <param name="least">Shortest that makes sense.</param>
    /// <param name="most">Longest that makes sense.</param>
    /// <param name="bytesEach">Bytes that each entry takes at least: a list longer than the rest is refused before anything is reserved for it.</param>
    public int Count(string what, int least, int most, int bytesEach)
    {
        int count = Integer();
        if (count < least || count > most || count > _rest.Length / bytesEach)
            throw new InvalidDataException($"The model says that it has {count} {what}, which cannot be.");
        return count;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw new InvalidDataException("The content of the model ends too early.");
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
