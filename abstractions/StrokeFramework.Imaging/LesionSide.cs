namespace StrokeFramework.Imaging;

/// <summary>Which lesions a segmenter looks for.</summary>
public enum LesionSide
{
    /// <summary>Brighter than normal brain.</summary>
    Hyper,

    /// <summary>Darker than normal brain; cerebrospinal fluid is not told apart.</summary>
    Hypo,

    /// <summary>Both, labelled apart.</summary>
    Both,
}
