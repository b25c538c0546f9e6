# Reads "+ pid" and "- pid". At the end of the input it ends every process that was added and not taken back: their
# launcher is gone and nobody else would.
trap '' INT TERM HUP
watched=' '
while read -r order pid; do
  case $order in
    +) watched="$watched$pid " ;;
    -) case $watched in
         *" $pid "*) watched="${watched%% "$pid" *} ${watched#* "$pid" }" ;;
       esac ;;
  esac
done
alive() {
  for pid in $watched; do
    kill -0 "$pid" 2>/dev/null && return 0
  done
  return 1
}
alive || exit 0
kill -TERM $watched 2>/dev/null
seconds=0
while alive && [ "$seconds" -lt 5 ]; do
  sleep 1
  seconds=$((seconds + 1))
done
alive && kill -KILL $watched 2>/dev/null
exit 0
