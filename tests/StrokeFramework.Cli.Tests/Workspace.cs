using StrokeFramework.Host.Data;

namespace StrokeFramework.Cli.Tests;

/// <summary>A temporary folder with a small data set in the ISLES'22 layout and a pipeline.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace() => Root = Directory.CreateTempSubdirectory("stroke-cli-").FullName;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>A brain-like ellipsoid of 1000 with a lesion of 3000, on a tilted grid.</summary>
    public void AddStudy(string subject)
    {
        var size = new GridSize(48, 56, 10);
        var grid = new VolumeGeometry(size, new(new(-2, 0.1, 0), new(0.1, 2, 0.3), new(0, -0.4, 5), new(50, -60, 10)));
        var random = new Random(1);
        var dwi = new float[size.Count];
        var mask = new byte[size.Count];
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                for (int i = 0; i < size.I; i++)
                {
                    int v = size.IndexOf(i, j, k);
                    double x = (i - 24) / 20.0, y = (j - 28) / 24.0, z = (k - 5) / 5.0;
                    bool brain = (x * x) + (y * y) + (z * z) < 1;
                    bool lesion = Math.Pow((i - 34) / 5.0, 2) + Math.Pow((j - 30) / 7.0, 2) + Math.Pow((k - 5) / 2.5, 2) < 1;
                    dwi[v] = (float)((brain ? (lesion ? 3000 : 1000) : 5) + (40 * (random.NextDouble() - 0.5)));
                    mask[v] = lesion ? (byte)1 : (byte)0;
                }
            }
        }

        NiftiFile.Write(DwiOf(subject), new Volume<float>(grid, dwi));
        NiftiFile.Write(Path.Combine(Data, "derivatives", $"sub-{subject}", "ses-0001", $"sub-{subject}_ses-0001_msk.nii.gz"), new Volume<byte>(grid, mask));
    }

    public string DwiOf(string subject) => Path.Combine(Data, "rawdata", $"sub-{subject}", "ses-0001", "dwi", $"sub-{subject}_ses-0001_dwi.nii.gz");

    public string Pipeline(string json)
    {
        string file = this["pipeline.json"];
        File.WriteAllText(file, json);
        return file;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
