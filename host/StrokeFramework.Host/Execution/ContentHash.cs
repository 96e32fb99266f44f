using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace StrokeFramework.Host.Execution;

/// <summary>
/// A 128-bit hash of what a value holds. Equal content gives equal hashes on every machine, so seeds can be derived
/// from it, and a stage that edits its input is found out.
/// </summary>
public static class ContentHash
{
    /// <summary>The hash of anything that flows along an edge, as lower-case hexadecimal.</summary>
    /// <exception cref="ArgumentException">The value is of no type that flows along an edge.</exception>
    public static string Of(object value)
    {
        var hash = new XxHash128();
        switch (value)
        {
            case DiffusionStudy study: Add(hash, study); break;
            case Segmentation segmentation: Add(hash, segmentation); break;
            case LesionSet lesions: Add(hash, lesions); break;
            case FeatureTable table: Add(hash, table); break;
            case ClassProbabilities probabilities: Add(hash, probabilities); break;
            case IReadOnlyList<Detection> detections: Add(hash, detections); break;
            default: throw new ArgumentException($"A {value?.GetType().Name ?? "null"} is nothing that flows along an edge.", nameof(value));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The hash of one image, its grid included.</summary>
    public static string OfVolume(Volume<float> volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var hash = new XxHash128();
        Add(hash, volume);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>A stage's seed: it depends on the run's seed, the stage and the content of its inputs, and on nothing else.</summary>
    public static ulong DeriveSeed(ulong runSeed, string stageId, IEnumerable<(string Port, string Hash)> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var hash = new XxHash3();
        Add(hash, runSeed);
        Add(hash, stageId);
        foreach ((string port, string input) in inputs.OrderBy(i => i.Port, StringComparer.Ordinal))
        {
            Add(hash, port);
            Add(hash, input);
        }

        return hash.GetCurrentHashAsUInt64();
    }

    private static void Add(NonCryptographicHashAlgorithm hash, DiffusionStudy study)
    {
        Add(hash, study.Subject);
        Add(hash, study.Session ?? "");
        Add(hash, study.Acquisition.BValue ?? double.NaN);
        Add(hash, (double?)study.Acquisition.BitsStored ?? double.NaN);
        Add(hash, study.Acquisition.EchoTime ?? double.NaN);
        Add(hash, study.HasUnitIntensity ? 1 : 0);
        Add(hash, study.Dwi);
        Add(hash, study.Adc);
        Add(hash, study.B0);
        Add(hash, study.BrainMask);
    }

    private static void Add(NonCryptographicHashAlgorithm hash, Segmentation segmentation)
    {
        Add(hash, segmentation.Labels);
        Add(hash, segmentation.Probability);
    }

    private static void Add(NonCryptographicHashAlgorithm hash, LesionSet lesions)
    {
        Add(hash, lesions.Geometry);
        foreach (Lesion lesion in lesions.Lesions)
        {
            Add(hash, (int)lesion.Polarity);
            hash.Append(MemoryMarshal.AsBytes(lesion.Voxels.Span));
        }
    }

    private static void Add(NonCryptographicHashAlgorithm hash, FeatureTable table)
    {
        Add(hash, table.Schema.Hash);
        foreach (FeatureRow row in table.Rows)
        {
            Add(hash, row.Lesion);
            Add(hash, row.Slice ?? -1);
            hash.Append(MemoryMarshal.AsBytes(row.Values.Span));
        }
    }

    private static void Add(NonCryptographicHashAlgorithm hash, ClassProbabilities probabilities)
    {
        foreach (string name in probabilities.Classes) Add(hash, name);
        foreach (ReadOnlyMemory<double> row in probabilities.Rows) hash.Append(MemoryMarshal.AsBytes(row.Span));
    }

    private static void Add(NonCryptographicHashAlgorithm hash, IReadOnlyList<Detection> detections)
    {
        foreach (Detection detection in detections)
        {
            // Member by member: between the slice and the first edge lie four bytes that mean nothing.
            Add(hash, detection.Box.Slice);
            foreach (double edge in (ReadOnlySpan<double>)[detection.Box.MinI, detection.Box.MinJ, detection.Box.MaxI, detection.Box.MaxJ]) Add(hash, edge);
            Add(hash, detection.Label);
            Add(hash, detection.Score);
        }
    }

    private static void Add<T>(NonCryptographicHashAlgorithm hash, Volume<T>? volume)
        where T : unmanaged
    {
        Add(hash, volume is null ? 0 : 1);
        if (volume is null) return;
        Add(hash, volume.Geometry);
        hash.Append(MemoryMarshal.AsBytes(volume.Span));
    }

    private static void Add(NonCryptographicHashAlgorithm hash, VolumeGeometry geometry)
    {
        Add(hash, geometry.Size);
        Add(hash, geometry.IndexToWorld);
    }

    private static void Add(NonCryptographicHashAlgorithm hash, string text)
    {
        Add(hash, text.Length); // so that "ab","c" differs from "a","bc"
        hash.Append(Encoding.UTF8.GetBytes(text));
    }

    private static void Add<T>(NonCryptographicHashAlgorithm hash, T value)
        where T : unmanaged => hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
}
