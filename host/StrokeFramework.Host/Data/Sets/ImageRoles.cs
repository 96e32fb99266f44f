namespace StrokeFramework.Host.Data;

/// <summary>The words in file names that say what an image is.</summary>
internal static class ImageRoles
{
    private static readonly Dictionary<string, ImageRole> Words = Table(
        (ImageRole.Dwi, "dwi trace tracew isodwi"),
        (ImageRole.Adc, "adc adcmap"),
        (ImageRole.B0, "b0 sbref"),
        (ImageRole.Mask, "msk mask lesion lesions lesionmask seg segmentation dseg label labels truth gt roi"),
        (ImageRole.Other, "brainmask flair t1 t1w t2 t2w t2star pd pdw swi mag phase bold epi asl fa md cbf cbv mtt tmax ct ncct cta ctp dwimap probseg"));

    /// <summary>What one word of a name says; a b-value such as <c>b1000</c> means a DWI.</summary>
    public static ImageRole Of(string word)
    {
        if (Words.TryGetValue(word, out ImageRole role)) return role;
        bool isBValue = word.Length is 4 or 5 && word[0] is 'b' or 'B' && word[1] != '0' && word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isBValue ? ImageRole.Dwi : ImageRole.Unknown;
    }

    /// <summary>What a BIDS name is: its suffix, which <c>desc-</c>, <c>acq-</c> or <c>label-</c> may narrow down.</summary>
    public static ImageRole OfBids(string[] words)
    {
        ImageRole role = Of(words[^1]);
        foreach (string word in words)
        {
            int dash = word.IndexOf('-');
            if (dash < 0 || word[..dash] is not ("desc" or "acq" or "label")) continue;
            string value = word[(dash + 1)..];
            if (role == ImageRole.Dwi && Of(value) is ImageRole.B0 or ImageRole.Adc) return Of(value);
            if (role == ImageRole.Mask && word[..dash] != "acq" && Of(value) != ImageRole.Mask) return ImageRole.Other;
        }

        return role == ImageRole.Unknown ? ImageRole.Other : role;
    }

    private static Dictionary<string, ImageRole> Table(params (ImageRole Role, string Words)[] rows)
    {
        var table = new Dictionary<string, ImageRole>(StringComparer.OrdinalIgnoreCase);
        foreach ((ImageRole role, string words) in rows)
        {
            foreach (string word in words.Split(' ')) table.Add(word, role);
        }

        return table;
    }
}
