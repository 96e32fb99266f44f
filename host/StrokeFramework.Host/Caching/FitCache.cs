using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Caching;

/// <summary>The cache as one fit of a classifier sees it: the model's bytes, and what the classifier said.</summary>
internal sealed class FitCache
{
    private readonly ResultCache _cache;
    private readonly PreparedNode _node;
    private readonly FeatureTable _rows;
    private readonly string _purpose;
    private readonly CacheKey _key;

    public FitCache(ResultCache cache, PreparedNode node, ulong runSeed, LabelledFeatures examples, string purpose)
    {
        (_cache, _node, _rows, _purpose) = (cache, node, examples.Features, purpose);
        _key = CacheKeys.OfFit(node, runSeed, examples);
    }

    private IClassifier Classifier => (IClassifier)_node.Stage;

    /// <summary>The model; null when it has to be fitted.</summary>
    public FittedClassifier? Find()
    {
        string name = _node.Plan.Name;
        IReadOnlyList<CachePart>? before = _cache.Known.Before(_purpose, name);
        _cache.Known.Remember(_purpose, name, _key);
        if (_cache.Read(_key, Read) is { } fitted)
        {
            _cache.Journal.Add(new(name, _purpose, FromCache: true, ""));
            return fitted;
        }

        _cache.Journal.Add(new(name, _purpose, FromCache: false, KeyDifference.Reason(before, _key)));
        return null;
    }

    /// <summary>Keeps a model, provided that it names the training rows exactly alike after it was saved and loaded.</summary>
    public void Store(FittedClassifier fitted)
    {
        using var saved = new MemoryStream();
        fitted.Model.Save(saved);
        byte[] model = saved.ToArray();
        using (var copy = new MemoryStream(model, writable: false))
        {
            if (ContentHash.Of(Classifier.Load(copy).Predict(_rows)) != ContentHash.Of(fitted.Model.Predict(_rows))) return;
        }

        _cache.Write(_key, () =>
        {
            using var buffer = new MemoryStream();
            using var writer = new BinaryWriter(buffer);
            writer.WriteList(fitted.Remarks, remark =>
            {
                writer.Write(remark.IsWarning);
                writer.Write(remark.Message);
            });
            writer.Write(model.Length);
            writer.Write(model);
            return buffer.ToArray();
        });
    }

    private FittedClassifier Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content.ToArray(), writable: false));
            List<StageRemark> remarks = reader.ReadList(() => new StageRemark(_node.Plan.Name, reader.ReadBoolean(), reader.ReadString()));
            using var model = new MemoryStream(reader.ReadBytes(reader.ReadInt32()), writable: false);
            return new(Classifier.Load(model), TimeSpan.Zero, remarks, FromCache: true);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("An entry of the cache is malformed.", e);
        }
    }
}
