using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Training;

/// <summary>The studies of a data set on disk, read each time they are asked for.</summary>
public sealed class DataSetImages : IImageSource
{
    private readonly TrainingData _data;
    private readonly Lazy<string> _hash;

    /// <summary>Offers the studies of a data set.</summary>
    public DataSetImages(TrainingData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _data = data;
        _hash = new(Hash);
        Studies = data.Studies.ToDictionary(s => s.Name, TypeOf, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _data.Studies.Count;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Studies { get; }

    /// <inheritdoc/>
    public string DataHash => _hash.Value;

    /// <inheritdoc/>
    public string Description =>
        string.Create(CultureInfo.InvariantCulture, $"Trained on {Count} {(_data.IsSynthetic ? "synthetic " : "")}studies of {_data.Studies.Select(s => s.Subject).Distinct(StringComparer.Ordinal).Count()} patients with true masks.");

    /// <inheritdoc/>
    public LabelledStudy Load(int index, CancellationToken cancellation)
    {
        StudySource source = _data.Studies[index];
        LoadedStudy loaded = StudyLoader.Load(source, cancellation);
        LoadedTruth truth = TruthLoader.Load(_data.Truth.Of(source)!, loaded.Input.Geometry, cancellation);
        return new(source.Name, loaded.Input.Study, truth.Mask, TypeOf(source));
    }

    private string TypeOf(StudySource source) => _data.StrokeTypes.GetValueOrDefault(source.Subject, StrokeTypes.None);

    private string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (StudySource source in _data.Studies)
        {
            foreach (string? file in (string?[])[source.Dwi, source.Adc, source.B0, _data.Truth.Of(source)!.Mask])
            {
                if (file is null) continue;
                using FileStream content = File.OpenRead(file);
                all.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source.Name}\t{Path.GetFileName(file)}\t")));
                all.AppendData(SHA256.HashData(content));
            }
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
