// Body of the FixElf build task. Reads an ELF64 little-endian library and writes a copy in which
//  - the version requirements named in WeakVersions are weak (a missing version no longer stops loading), and
//  - the DT_NEEDED entries named in DropNeeded are gone (the library is no longer asked for).
byte[] image = System.IO.File.ReadAllBytes(Source);
bool isElf64Little = image.Length >= 64 && image[0] == 0x7f && image[1] == (byte)'E' && image[2] == (byte)'L' && image[3] == (byte)'F' && image[4] == 2 && image[5] == 1;
if (!isElf64Little)
{
    Log.LogError("'" + Source + "' is no 64-bit little-endian ELF library.");
    return false;
}

const uint VersionNeeds = 0x6ffffffeu, Dynamic = 6;
char[] bar = { '|' };
var weak = new System.Collections.Generic.HashSet<string>((WeakVersions ?? "").Split(bar, System.StringSplitOptions.RemoveEmptyEntries));
var drop = new System.Collections.Generic.HashSet<string>((DropNeeded ?? "").Split(bar, System.StringSplitOptions.RemoveEmptyEntries));
var weakened = new System.Collections.Generic.HashSet<string>();
var dropped = new System.Collections.Generic.HashSet<string>();
System.Func<long, string> text = start =>
{
    long end = start;
    while (image[end] != 0) end++;
    return System.Text.Encoding.ASCII.GetString(image, (int)start, (int)(end - start));
};

long sections = System.BitConverter.ToInt64(image, 0x28);
int sectionSize = System.BitConverter.ToUInt16(image, 0x3a), sectionCount = System.BitConverter.ToUInt16(image, 0x3c);
for (int n = 0; n < sectionCount; n++)
{
    int header = (int)(sections + ((long)n * sectionSize));
    uint type = System.BitConverter.ToUInt32(image, header + 4);
    if (type != VersionNeeds && type != Dynamic) continue;
    long offset = System.BitConverter.ToInt64(image, header + 24), length = System.BitConverter.ToInt64(image, header + 32);
    int linked = (int)(sections + ((long)System.BitConverter.ToUInt32(image, header + 40) * sectionSize));
    long strings = System.BitConverter.ToInt64(image, linked + 24);

    if (type == Dynamic)
    {
        // Entries of 16 bytes, tag and value; tag 1 is DT_NEEDED. The kept ones move up, the rest becomes DT_NULL.
        long write = offset;
        for (long read = offset; read < offset + length; read += 16)
        {
            bool needed = System.BitConverter.ToInt64(image, (int)read) == 1;
            string name = needed ? text(strings + System.BitConverter.ToInt64(image, (int)read + 8)) : "";
            if (needed && drop.Contains(name))
            {
                dropped.Add(name);
                continue;
            }

            if (write != read) System.Array.Copy(image, read, image, write, 16);
            write += 16;
        }

        System.Array.Clear(image, (int)write, (int)(offset + length - write));
        continue;
    }

    for (long need = offset; ;)
    {
        int count = System.BitConverter.ToUInt16(image, (int)need + 2);
        long entry = need + System.BitConverter.ToUInt32(image, (int)need + 8);
        for (int k = 0; k < count; k++)
        {
            string name = text(strings + System.BitConverter.ToUInt32(image, (int)entry + 8));
            if (weak.Contains(name))
            {
                image[entry + 4] |= 2; // VER_FLG_WEAK
                weakened.Add(name);
            }

            entry += System.BitConverter.ToUInt32(image, (int)entry + 12);
        }

        uint next = System.BitConverter.ToUInt32(image, (int)need + 12);
        if (next == 0) break;
        need += next;
    }
}

if (weakened.Count < weak.Count || dropped.Count < drop.Count)
{
    // A new version of the library needs other fixes: better found at build than on a user's machine.
    Log.LogError("'" + Source + "': weakened " + weakened.Count + " of " + weak.Count + " versions and dropped " + dropped.Count + " of " + drop.Count + " needs; review eng/native/NativeFixup.targets for this version.");
    return false;
}

System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Destination));
System.IO.File.WriteAllBytes(Destination + ".new", image);
if (System.IO.File.Exists(Destination)) System.IO.File.Delete(Destination); // never write through a hard link
System.IO.File.Move(Destination + ".new", Destination);
