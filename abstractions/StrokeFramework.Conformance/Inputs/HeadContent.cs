namespace StrokeFramework.Conformance.Inputs;

/// <summary>What a <see cref="HeadScene"/> shows.</summary>
internal enum HeadContent
{
    /// <summary>A brain with ventricles, a bright and a dark lesion.</summary>
    Lesions,

    /// <summary>The same brain without a lesion.</summary>
    NoLesion,

    /// <summary>Nothing: every voxel 0, and an empty brain mask.</summary>
    Zero,

    /// <summary>One intensity everywhere, all of it brain.</summary>
    Constant,

    /// <summary>Bright lesion everywhere, all of it brain.</summary>
    AllLesion,

    /// <summary>As <see cref="Lesions"/>, with voxels that are NaN or infinite strewn in.</summary>
    SomeNotFinite,

    /// <summary>As <see cref="Lesions"/>, with NaN in every voxel of every image.</summary>
    AllNaN,
}
