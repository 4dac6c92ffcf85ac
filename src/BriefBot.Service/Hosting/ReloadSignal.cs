using System.Runtime.InteropServices;

namespace BriefBot.Service.Hosting;

/// <summary>
/// Takes SIGHUP from the first moment on: the signal's default is to end the process, and it may come while the service still starts. What came before somebody waits for it is
/// told then. Safe for concurrent use.
/// </summary>
internal sealed class ReloadSignal : IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>On other systems that have it, the signal says that the terminal is gone.</summary>
    private readonly PosixSignalRegistration? _registration;
    private Action? _told;
    private bool _isPending;

    public ReloadSignal() => _registration = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, Take);

    /// <summary>Calls <paramref name="told"/> on each signal from now on, on any thread, and at once where one came before.</summary>
    public void Listen(Action told)
    {
        bool isPending;
        lock (_lock)
        {
            (_told, isPending, _isPending) = (told, _isPending, false);
        }

        if (isPending)
        {
            told();
        }
    }

    public void Dispose() => _registration?.Dispose();

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Action? told;
        lock (_lock)
        {
            told = _told;
            _isPending = told is null;
        }

        told?.Invoke();
    }
}
