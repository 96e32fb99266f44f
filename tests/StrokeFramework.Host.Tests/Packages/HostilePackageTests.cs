using System.Text;
using StrokeFramework.Host.Packages;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Packages;

public sealed class HostilePackageTests : IDisposable
{
    private const string Library = "Example.TableReader.dll";

    private static readonly Dictionary<string, (string Code, Action<PackageForge> Forge)> Cases = new(StringComparer.Ordinal)
    {
        ["a path that leads out"] = ("SF5003", p => p.Add("../evil.dll")),
        ["a path that leads out from within"] = ("SF5003", p => p.Add("lib/../../evil.dll")),
        ["a path that leads out with backslashes"] = ("SF5003", p => p.Add("..\\evil.dll")),
        ["an absolute path"] = ("SF5003", p => p.Add("/evil.dll")),
        ["an absolute path of Windows"] = ("SF5003", p => p.Add("C:/evil.dll")),
        ["a path with an empty part"] = ("SF5003", p => p.Add("lib//evil.dll")),
        ["a folder"] = ("SF5003", p => p.Add("lib/", "")),
        ["a hidden file"] = ("SF5003", p => p.Add(".evil")),
        ["a device's name"] = ("SF5003", p => p.Add("NUL.dll")),
        ["a stream's name"] = ("SF5003", p => p.Add("evil.dll:stream")),
        ["a name that writes to the terminal"] = ("SF5003", p => p.Add("\u001b[2Jevil.dll")),
        ["a very long path"] = ("SF5003", p => p.Add(new string('a', 300))),
        ["a symbolic link"] = ("SF5004", p => p.Add("link", "/etc/passwd", 0xA1FF)),
        ["a device file"] = ("SF5004", p => p.Add("device", "", 0x21FF)),
        ["a file twice"] = ("SF5005", p => p.Add(PluginManifest.FileName)),
        ["a file twice but for case"] = ("SF5005", p => p.Add("PLUGIN.JSON")),
        ["a file that is a folder as well"] = ("SF5005", p => Both(p)),
        ["too many files"] = ("SF5006", p => Enumerable.Range(0, 2001).ToList().ForEach(n => p.Add($"f{n}"))),
        ["a file that claims half a terabyte"] = ("SF5006", p => Claim(p, 0xFFFFFFF0)),
        ["a file that unpacks to more than it claims"] = ("SF5007", p => Claim(p, 10)),
        ["no list of hashes"] = ("SF5002", p => p.Hashes = ""),
        ["a list of hashes that is none"] = ("SF5002", p => p.Hashes = "trust me\n"),
        ["a list of hashes with a path twice"] = ("SF5002", p => p.Hashes = p.RightHashes + p.RightHashes),
        ["a file that was changed"] = ("SF5007", p => Change(p, Library)),
        ["a manifest that was changed"] = ("SF5007", p => Change(p, PluginManifest.FileName)),
        ["a file that was added"] = ("SF5007", p => Unlisted(p, () => p.Add("evil.dll"))),
        ["a file that is missing"] = ("SF5007", p => Unlisted(p, () => p.Remove(Library))),
        ["files that the manifest does not know"] = ("SF5007", p => p.Add("evil.dll")),
        ["no manifest"] = ("SF5008", p => p.Remove(PluginManifest.FileName)),
        ["a manifest that is no JSON"] = ("SF5008", p => p.Replace(PluginManifest.FileName, "{"u8.ToArray())),
        ["a manifest that is not UTF-8"] = ("SF5008", p => p.Replace(PluginManifest.FileName, [.. "{\"manifest\":1,\"id\":\""u8, 0xFF, .. "\"}"u8])),
        ["an id that leads out"] = ("SF5009", p => p.EditManifest(m => m["id"] = "../../evil")),
        ["an id with a slash"] = ("SF5009", p => p.EditManifest(m => m["id"] = "a/b")),
        ["a version that leads out"] = ("SF5009", p => p.EditManifest(m => m["version"] = "../../1.0.0")),
        ["half an archive"] = ("SF5001", p => p.Spoil = bytes => bytes[..(bytes.Length / 2)]),
        ["no archive"] = ("SF5001", p => p.Spoil = _ => "MZ not a package"u8.ToArray()),
        ["an encrypted file"] = ("SF5001", p => p.Spoil = bytes => PackageForge.PatchDirectory(bytes, PluginManifest.FileName, 8, 0x0008_0001)),
        ["contracts of the future"] = ("SF2001", p => p.EditManifest(m => m["contract"] = "9.0")),
        ["its own contracts"] = ("SF2006", p => Contracts(p)),
    };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("stroke-hostile-");
    private readonly TestShelf _source = new();
    private readonly string _shelf;

    public HostilePackageTests()
    {
        _shelf = Path.Combine(_root.FullName, "home", "plugins");
        File.WriteAllText(Path.Combine(_root.FullName, "home-of-others.txt"), "untouched");
    }

    public static TheoryData<string> Names => [.. Cases.Keys];

    public void Dispose()
    {
        _source.Dispose();
        _root.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HostilePackage_IsRefusedInASentence_AndNothingIsWritten(string name)
    {
        (string code, Action<PackageForge> forge) = Cases[name];
        // Something stands on the shelf already and must stay as it is.
        Installer().Install(new PackageForge(_source.Add("OpenCvBlur")).Write(_source.Path), force: false);
        var package = new PackageForge(_source.Add("TableReader1"));
        forge(package);
        string file = package.Write(_source.Path);
        Dictionary<string, string> before = Snapshot();

        PluginException refusal = Assert.Throws<PluginException>(() => Installer().Install(file, force: true));

        Assert.Equal(code, refusal.Problem?.Code);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', refusal.Message);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void TheSamePackage_Unspoilt_IsInstalled()
    {
        (PluginManifest manifest, string folder, InstallResult result) = Installer().Install(new PackageForge(_source.Add("TableReader1")).Write(_source.Path), force: false);
        Assert.Equal(InstallResult.Installed, result);
        Assert.Null(FileHashes.DescribeDifference(folder, manifest.Files));
    }

    private static void Both(PackageForge p)
    {
        p.Add("lib");
        p.Add("lib/evil.dll");
    }

    private static void Claim(PackageForge p, uint size)
    {
        p.Add("large.bin", Encoding.ASCII.GetBytes(new string('z', 100_000)));
        p.EditManifest(m => m["files"]!["large.bin"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(new string('z', 100_000)))));
        p.Spoil = bytes => PackageForge.PatchDirectory(bytes, "large.bin", 24, size);
    }

    private static void Change(PackageForge p, string path) => Unlisted(p, () => p.Replace(path, "something else"u8.ToArray()));

    private static void Unlisted(PackageForge p, Action change)
    {
        string before = p.RightHashes;
        change();
        p.Hashes = before;
    }

    private static void Contracts(PackageForge p)
    {
        byte[] contracts = File.ReadAllBytes(typeof(IStage).Assembly.Location);
        p.Add("StrokeFramework.Abstractions.dll", contracts);
        p.EditManifest(m => m["files"]!["StrokeFramework.Abstractions.dll"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(contracts)));
    }

    private PluginInstaller Installer() => new(_shelf, PluginCatalog.Scan([new(_shelf, "user")], RuntimeCatalog.Scan(TestShelf.RuntimesFolder)));

    private Dictionary<string, string> Snapshot() =>
        Directory.EnumerateFileSystemEntries(_root.FullName, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(p => Path.GetRelativePath(_root.FullName, p), p => Directory.Exists(p) ? "folder" : FileHashes.OfFile(p));
}
