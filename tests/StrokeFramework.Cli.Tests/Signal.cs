using System.Globalization;
using System.Runtime.InteropServices;

namespace StrokeFramework.Cli.Tests;

/// <summary>Sends signals by the C library: a bare machine has no <c>kill</c> program.</summary>
internal static class Signal
{
    public const int Interrupt = 2;

    /// <summary>
    /// Whether whoever started the tests ignores SIGINT, as a shell does for jobs in the background. Children inherit
    /// that, and the runtime honors it.
    /// </summary>
    public static bool IsInterruptIgnored
    {
        get
        {
            if (!File.Exists("/proc/self/status")) return false;
            string line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) ?? "SigIgn: 0";
            ulong ignored = ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (ignored & (1UL << (Interrupt - 1))) != 0;
        }
    }

    public static int Send(int process, int signal) => Kill(process, signal);

    [DllImport("libc", EntryPoint = "kill")]
#pragma warning disable SYSLIB1054 // generated marshalling would need unsafe code for two integers
    private static extern int Kill(int process, int signal);
#pragma warning restore SYSLIB1054
}
