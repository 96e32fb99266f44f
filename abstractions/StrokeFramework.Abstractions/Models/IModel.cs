namespace StrokeFramework;

/// <summary>Something learned. Immutable and safe to use from several threads.</summary>
public interface IModel
{
    /// <summary>Writes the model; the same model writes the same bytes.</summary>
    void Save(Stream stream);
}
