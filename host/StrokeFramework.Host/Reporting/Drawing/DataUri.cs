using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Pictures inside the page.</summary>
internal static class DataUri
{
    /// <summary>The PNG that an action writes, as the value of an attribute.</summary>
    public static RawMarkup Png(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new("data:image/png;base64," + Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
