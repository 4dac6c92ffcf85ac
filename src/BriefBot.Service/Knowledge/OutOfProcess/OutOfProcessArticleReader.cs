using System.ComponentModel;
using System.Text.Json;
using BriefBot.Knowledge;
using BriefBot.Service.Knowledge.MarkdownFiles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.OutOfProcess;

/// <summary>
/// Reads files in a separate process, which is killed when a file takes too much time or memory while the service goes on. The process is
/// started on demand and ends when idle.
/// </summary>
/// <remarks>Markdown and text too small to take long are read in the service.</remarks>
internal sealed class OutOfProcessArticleReader : IArticleReader, IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>Size in bytes of Markdown that Markdig reads within a second whatever it holds.</summary>
    private const int SmallText = 32 * 1024;

    private readonly KnowledgeOptions _options;
    private readonly IReadOnlyDictionary<string, IArticleReader> _here;
    private readonly TimeProvider _time;
    private readonly Lock _reading = new();
    private readonly ITimer _idle;
    private volatile ReadingProcess? _process;
    private volatile bool _isDisposed;

    public OutOfProcessArticleReader(IOptions<KnowledgeOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        var readers = OutOfProcessReadings.Readers(options);
        _here = OutOfProcessReadings.ByExtension(readers.Where(reader => reader is MarkdownArticleReader or PlainTextArticleReader));
        Extensions = [.. readers.SelectMany(reader => reader.Extensions)];
        _idle = time.CreateTimer(_ => End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Indicates whether the process is there now.</summary>
    public bool IsRunning => _process is not null;

    public ReadResult Read(string path, ReadOnlyMemory<byte> content) => Read(path, content, Longest);

    public ReadResult Read(string path, ReadOnlyMemory<byte> content, TimeSpan limit) =>
        content.Length <= SmallText && _here.TryGetValue(Path.GetExtension(path), out var here)
            ? here.Read(path, content)
            : ReadSeparately(path, content, limit < Longest ? limit : Longest);

    private TimeSpan Longest => TimeSpan.FromSeconds(_options.ReadTimeoutSeconds);

    public void Dispose()
    {
        // A file that is being read now is not waited for.
        _isDisposed = true;
        _process?.End();
        _idle.Dispose();
        End();
    }

    private ReadResult ReadSeparately(string path, ReadOnlyMemory<byte> content, TimeSpan limit)
    {
        lock (_reading)
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                _process ??= new ReadingProcess(_options, _time);
                return _process.Read(path, content, limit);
            }
            catch (Win32Exception e)
            {
                return new ReadResult.Failed(
                    new Problem(path, null, $"This can’t be read: no process could be started for it ({e.Message}).")
                )
                {
                    MayPass = true,
                };
            }
            catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
            {
                var wasTooSlow = _process?.WasTooSlow ?? false;
                End();
                // Reading cut short by the end of the service tells nothing about the file.
                return wasTooSlow
                    ? TooSlow(path) with
                    {
                        MayPass = limit < Longest,
                    }
                    : OutOfProcessReadings.TooMuchMemory(path, _options) with
                    {
                        MayPass = _isDisposed,
                    };
            }
            finally
            {
                if (_process is { WasTooSlow: true })
                {
                    End();
                }

                _ = _isDisposed || _idle.Change(Idle, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private ReadResult.Failed TooSlow(string path) =>
        new(
            new Problem(
                path,
                null,
                $"Reading this took longer than Knowledge:ReadTimeoutSeconds ({_options.ReadTimeoutSeconds}). Split the file, raise the setting, or remove it."
            )
        );

    private void End()
    {
        lock (_reading)
        {
            _process?.Dispose();
            _process = null;
        }
    }
}
