using System.Threading.Channels;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>
/// Reads studies ahead of training on a thread of its own, in an order that depends on the seed alone: what is learned at
/// a step does not depend on how fast studies come.
/// </summary>
internal sealed class StudyReader : IDisposable
{
    private const int Ahead = 8;

    private readonly Channel<LearnedStudy> _ready = Channel.CreateBounded<LearnedStudy>(Ahead);
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _cancellation;

    /// <summary>Starts reading.</summary>
    /// <param name="examples">The studies.</param>
    /// <param name="order">Which are read, one after the other.</param>
    /// <param name="architecture">What the network sees and names.</param>
    /// <param name="context">The seed.</param>
    public StudyReader(IReadOnlyList<DetectionExample> examples, IEnumerable<int> order, Architecture architecture, StageContext context)
    {
        _cancellation = context.CancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        CancellationToken stop = _stop.Token;
        var thread = new Thread(() =>
        {
            try
            {
                foreach (int study in order)
                {
                    LearnedStudy read = LearnedStudy.Of(examples[study], architecture, context.CreateRandom(-1 - study), stop);
                    _ready.Writer.WriteAsync(read, stop).AsTask().GetAwaiter().GetResult();
                }

                _ready.Writer.Complete();
            }
            catch (Exception e)
            {
                // It is the thread that takes studies who meets it.
                _ready.Writer.TryComplete(e);
            }
        })
        { IsBackground = true, Name = "rcnn studies" };
        thread.Start();
    }

    /// <summary>The next study, once it is there.</summary>
    /// <exception cref="StageException">It could not be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public LearnedStudy Next()
    {
        try
        {
            return _ready.Reader.ReadAsync(_cancellation).AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException e) when (e.InnerException is { } cause)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    /// <summary>Tells the reading thread to end; it does after the study that it is at.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
