using System.Reflection;

namespace StrokeFramework.Cli.Commands;

/// <summary>The pipeline of the demonstration: <c>pipelines/classify-svm.json</c>, carried inside the program.</summary>
internal static class DemoPipeline
{
    public static string Text
    {
        get
        {
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo-pipeline.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
