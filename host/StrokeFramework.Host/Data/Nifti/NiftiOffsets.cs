namespace StrokeFramework.Host.Data;

/// <summary>Where the fields of a NIfTI-1 header stand, in bytes from its start.</summary>
internal static class NiftiOffsets
{
    public const int Dim = 40;
    public const int Datatype = 70;
    public const int BitsPerVoxel = 72;
    public const int Pixdim = 76;
    public const int VoxelOffset = 108;
    public const int Slope = 112;
    public const int Intercept = 116;
    public const int Units = 123;
    public const int DisplayMaximum = 124;
    public const int DisplayMinimum = 128;
    public const int Description = 148;
    public const int QformCode = 252;
    public const int SformCode = 254;
    public const int QuaternionB = 256;
    public const int QuaternionOffset = 268;
    public const int SformRows = 280;
    public const int IntentCode = 68;
    public const int Magic = 344;
}
