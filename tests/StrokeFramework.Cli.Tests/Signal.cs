using System.Runtime.InteropServices;

namespace StrokeFramework.Cli.Tests;

/// <summary>Sends signals by the C library: a bare machine has no <c>kill</c> program.</summary>
internal static class Signal
{
    public const int Interrupt = 2;

    public static int Send(int process, int signal) => Kill(process, signal);

    [DllImport("libc", EntryPoint = "kill")]
#pragma warning disable SYSLIB1054 // generated marshalling would need unsafe code for two integers
    private static extern int Kill(int process, int signal);
#pragma warning restore SYSLIB1054
}
