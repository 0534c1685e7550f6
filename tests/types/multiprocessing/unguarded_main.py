# A main module that starts processes while it is imported in a child is told so.
import multiprocessing as mp

if __name__ == "__main__":
    mp.set_start_method("spawn")
    p = mp.Process(target=print, args=("never",))
    p.start()
    p.join()
    print(p.exitcode)
else:
    try:
        mp.get_context("spawn").Process(target=print).start()
    except RuntimeError as e:
        print(" ".join(str(e).split())[:128], flush=True)
        raise SystemExit(4)
