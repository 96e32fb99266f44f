using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance.Runs;

/// <summary>SHA-256 over all that a stage takes or gives: equal bits and nothing else give equal fingerprints.</summary>
internal sealed class Fingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private Fingerprint()
    {
    }

    public static string Of(object? value)
    {
        using var print = new Fingerprint();
        print.Add(value);
        return Convert.ToHexStringLower(print._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        AddValue(value is null ? 0 : 1);
        switch (value)
        {
            case null: break;
            case string text: Add(text); break;
            case StageInput input: AddAll(input.Study, input.Segmentation, input.Lesions, input.Detections, input.Training, input.Table, input.Examples, input.Masked); break;
            case TrainedAnswer trained: AddBytes(trained.Bytes); Add(trained.Answer); break;
            case DiffusionStudy study: AddValue(study.HasUnitIntensity ? 1 : 0); AddAll(study.Dwi, study.Adc, study.B0, study.BrainMask, study.Subject, study.Session); break;
            case Segmentation segmentation: AddAll(segmentation.Labels, segmentation.Probability); break;
            case Volume<float> image: AddGrid(image.Geometry); AddBytes(MemoryMarshal.AsBytes(image.Span)); break;
            case Volume<byte> mask: AddGrid(mask.Geometry); AddBytes(mask.Span); break;
            case LesionSet set: AddGrid(set.Geometry); AddAll([.. set.Lesions]); break;
            case Lesion lesion: AddValue(lesion.Number); AddValue(lesion.Polarity); AddValue(lesion.Volume); AddBytes(MemoryMarshal.AsBytes(lesion.Voxels.Span)); break;
            case LabelledFeatures rows: AddAll(rows.Features); AddAll([.. rows.Labels]); AddAll([.. rows.Patients]); break;
            case FeatureTable table: Add(table.Schema.Hash); AddAll([.. table.Rows]); break;
            case FeatureRow row: AddValue(row.Lesion); AddValue(row.Slice ?? -1); AddBytes(MemoryMarshal.AsBytes(row.Values.Span)); break;
            case ClassProbabilities answer:
                AddAll([.. answer.Classes]);
                foreach (ReadOnlyMemory<double> row in answer.Rows) AddBytes(MemoryMarshal.AsBytes(row.Span));
                break;
            case IReadOnlyList<Detection> boxes: AddAll([.. boxes]); break;
            case Detection found:
                // One by one: what lies between the members of a struct in memory is no content.
                AddValue(found.Box.Slice);
                foreach (double edge in (ReadOnlySpan<double>)[found.Box.MinI, found.Box.MinJ, found.Box.MaxI, found.Box.MaxJ, found.Score]) AddValue(edge);
                Add(found.Label);
                break;
            case IReadOnlyList<DetectionExample> examples: AddAll([.. examples]); break;
            case DetectionExample example: AddAll(example.Study, example.Truth); break;
            case IReadOnlyList<SegmentationExample> examples: AddAll([.. examples]); break;
            case SegmentationExample example: AddAll(example.Study, example.Truth); break;
            default: throw new ArgumentException($"A {value.GetType().Name} is nothing that a stage takes or gives.", nameof(value));
        }
    }

    private void AddAll(params object?[] values)
    {
        AddValue(values.Length);
        foreach (object? value in values) Add(value);
    }

    private void AddGrid(VolumeGeometry grid)
    {
        AddValue(grid.Size);
        AddValue(grid.IndexToWorld);
    }

    private void Add(string text)
    {
        AddValue(text.Length); // so that "ab","c" differs from "a","bc"
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private void AddValue<T>(T value)
        where T : unmanaged => _hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        AddValue(bytes.Length);
        _hash.AppendData(bytes);
    }
}
